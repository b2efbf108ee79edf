# Mounts a disk image of its own: the kernel's parsers of file systems are a way in.
truncate -s 1M /tmp/image && mount -t ext4 /tmp/image /mnt
