# A core pattern that begins with | is run by the kernel as root outside every container. Writes back what is there.
cat /proc/sys/kernel/core_pattern >/tmp/value && cat /tmp/value >/proc/sys/kernel/core_pattern
