# Mounts the machine's /dev.
mount -t devtmpfs dev /mnt
