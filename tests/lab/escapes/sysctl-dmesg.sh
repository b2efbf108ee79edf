# Global settings: who may read the kernel's messages. Writes back what is there.
cat /proc/sys/kernel/dmesg_restrict >/tmp/value && cat /tmp/value >/proc/sys/kernel/dmesg_restrict
