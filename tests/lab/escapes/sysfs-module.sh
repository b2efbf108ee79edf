# Parameters of the kernel. Only opens for writing.
for file in /sys/module/*/parameters/*; do { : >>"$file"; } 2>/dev/null && echo "$file" && exit 0; done; exit 1
