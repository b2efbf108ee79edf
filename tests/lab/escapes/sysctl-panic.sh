# Global settings of the kernel: seconds to a reboot after a panic. Writes back what is there.
cat /proc/sys/kernel/panic >/tmp/value && cat /tmp/value >/proc/sys/kernel/panic
