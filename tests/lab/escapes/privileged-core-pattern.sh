# core_pattern from a privileged container in every namespace of "the host".
docker run --rm --privileged --pid=host --net=host --ipc=host --uts=host --cgroupns=host --userns=host busybox sh -c 'cat /proc/sys/kernel/core_pattern >/tmp/p; cat /tmp/p >/proc/sys/kernel/core_pattern'
