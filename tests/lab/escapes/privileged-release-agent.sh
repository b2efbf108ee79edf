# A release agent, from a privileged container that mounts a hierarchy anew.
docker run --rm --privileged --cgroupns=host busybox sh -c 'mkdir /tmp/c; for h in rdma memory cpuset perf_event net_cls; do mount -t cgroup -o $h c /tmp/c 2>/dev/null && { echo /x >/tmp/c/release_agent && exit 0; umount /tmp/c; }; done; exit 1'
