# The kernel's settings through the root of "the host", in a container with every privilege.
docker run --rm --privileged -v /:/host busybox sh -c 'cat /host/proc/sys/kernel/core_pattern >/tmp/p; cat /tmp/p >/host/proc/sys/kernel/core_pattern'
