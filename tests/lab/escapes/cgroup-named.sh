# The same, in a hierarchy made for it.
mkdir -p /tmp/group && mount -t cgroup -o none,name=escape cgroup /tmp/group && ls /tmp/group/release_agent
