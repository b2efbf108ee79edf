# The same, in a hierarchy mounted anew, where the root might be that of the machine.
mkdir -p /tmp/group && mount -t cgroup -o rdma cgroup /tmp/group && ls /tmp/group/release_agent
