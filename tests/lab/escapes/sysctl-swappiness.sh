# Global settings: the machine's memory. Writes back what is there.
cat /proc/sys/vm/swappiness >/tmp/value && cat /tmp/value >/proc/sys/vm/swappiness
