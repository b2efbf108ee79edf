# Global settings: where programs are loaded. Writes back what is there.
cat /proc/sys/kernel/randomize_va_space >/tmp/value && cat /tmp/value >/proc/sys/kernel/randomize_va_space
