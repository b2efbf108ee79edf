# Global settings: what the console shows. Writes back what is there.
cat /proc/sys/kernel/printk >/tmp/value && cat /tmp/value >/proc/sys/kernel/printk
