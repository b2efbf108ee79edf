# Takes a processor off line. Only opens for writing.
for file in /sys/devices/system/cpu/cpu*/online; do : >>"$file" && exit 0; done; exit 1
