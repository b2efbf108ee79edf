# Raises its own limit of processes (same value).
for file in /sys/fs/cgroup/pids/pids.max /sys/fs/cgroup/pids.max; do cat "$file" >/tmp/value && cat /tmp/value >"$file" && exit 0; done; exit 1
