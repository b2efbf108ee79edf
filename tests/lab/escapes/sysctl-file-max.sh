# Global settings: the machine's open files. Writes back what is there.
cat /proc/sys/fs/file-max >/tmp/value && cat /tmp/value >/proc/sys/fs/file-max
