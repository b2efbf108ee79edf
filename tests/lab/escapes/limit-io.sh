# The lab's share of processors, disks and network, at the group where its world begins.
cd /sys/fs/cgroup
for file in cpu/cpu.shares blkio/blkio.weight blkio/blkio.bfq.weight net_prio/net_prio.ifpriomap net_cls/net_cls.classid cpu.weight io.weight cpu.max.burst cpu.uclamp.max; do
    [ -e $file ] && head -n 1 $file >/tmp/value && cat /tmp/value >$file && exit 0
done; exit 1
