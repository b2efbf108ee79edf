# Freezes the whole world, and with it what is to end it: a group may freeze those below it, never itself.
for state in /sys/fs/cgroup/freezer/freezer.state /sys/fs/cgroup/cgroup.freeze; do
    test -e "$state" && cat "$state" >/tmp/value && cat /tmp/value >"$state" && exit 0
done
exit 1
