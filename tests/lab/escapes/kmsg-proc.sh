# The kernel's messages, through /proc.
timeout 2 head -c 1 /proc/kmsg
