# The program that version 1 of cgroups runs as root outside when a group is empty. Writes nothing but what is there.
for agent in /sys/fs/cgroup/*/release_agent; do cat "$agent" >/tmp/value && cat /tmp/value >"$agent" && exit 0; done; exit 1
