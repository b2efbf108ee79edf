# Raises its own limit of memory (same value).
for file in /sys/fs/cgroup/memory/memory.limit_in_bytes /sys/fs/cgroup/memory.max; do cat "$file" >/tmp/value && cat /tmp/value >"$file" && exit 0; done; exit 1
