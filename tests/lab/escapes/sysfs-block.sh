# Settings of the machine's disks (same value).
for file in /sys/block/*/queue/read_ahead_kb; do cat "$file" >/tmp/value && cat /tmp/value >"$file" && exit 0; done; exit 1
