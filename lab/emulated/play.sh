#!/bin/sh
# play.sh: what a container's runtime would do for a lab, then the lab's own first process, then power off.
# Without a user namespace: nobody else is in this computer.
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8
export PYTHONPATH=/lab PYTHONDONTWRITEBYTECODE=1

mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t cgroup2 cgroup2 /sys/fs/cgroup
mkdir -p /dev/pts /dev/shm
mount -t devpts devpts /dev/pts
for folder in /dev/shm /run /tmp; do mount -t tmpfs tmpfs "$folder"; done
ln -s /proc/self/fd /dev/fd
# New network namespaces take this over from the first one, where a Docker Engine usually runs and has set it. Without it
# no answer finds its way back through the namespace of the ingress network.
echo 1 >/proc/sys/net/ipv4/ip_forward

# A cgroup namespace of its own, as every lab has: what is above it is no concern of its.
mkdir /sys/fs/cgroup/lab
echo $$ >/sys/fs/cgroup/lab/cgroup.procs
sed 's/\</+/g' /sys/fs/cgroup/cgroup.controllers >/sys/fs/cgroup/cgroup.subtree_control

stty -F /dev/ttyS1 raw -echo
cd /lab || exit
unshare --cgroup --mount --propagation private sh -c '
    umount /sys/fs/cgroup
    mount -t cgroup2 cgroup2 /sys/fs/cgroup
    exec python3 -m supervisor none python3 -m agent' >/dev/ttyS1 2>/dev/ttyS0 && echo "the play is over" >/dev/ttyS0

# Everything has arrived when the serial port is empty; then the switch.
stty -F /dev/ttyS1 sane
echo o >/proc/sysrq-trigger
sleep 60
