# The lab's own limits, from a container in the cgroup namespace of "the host".
docker run --rm --privileged --cgroupns=host -v /sys/fs/cgroup:/cg busybox sh -c 'for f in /cg/memory/memory.limit_in_bytes /cg/pids/pids.max /cg/memory.max /cg/pids.max; do [ -e $f ] && echo 9000000000 >$f && exit 0; done; exit 1'
