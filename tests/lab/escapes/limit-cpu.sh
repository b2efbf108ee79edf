# Raises its own limit of processor time (same value).
for file in /sys/fs/cgroup/cpu/cpu.cfs_quota_us /sys/fs/cgroup/cpu.max; do cat "$file" >/tmp/value && cat /tmp/value >"$file" && exit 0; done; exit 1
