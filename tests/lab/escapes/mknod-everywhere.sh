# A node for the kernel's log on each file system that might honour it.
n=1; for d in /tmp /dev /run /dev/shm /var/lib/docker /lab; do mknod $d/kmsg1 c 1 11 2>/dev/null && echo hi >$d/kmsg1 && n=0; done; exit $n
