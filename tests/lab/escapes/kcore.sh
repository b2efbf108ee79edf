# The kernel's memory, through /proc.
head -c 1 /proc/kcore
