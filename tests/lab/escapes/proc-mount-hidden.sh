# A fresh /proc, whose sys and sysrq-trigger are not read-only.
unshare -pf --mount-proc sh -c 'echo h >/proc/sysrq-trigger || { cat /proc/sys/kernel/core_pattern >/tmp/x; cat /tmp/x >/proc/sys/kernel/core_pattern; } || echo 0 >/proc/sys/kernel/randomize_va_space'
