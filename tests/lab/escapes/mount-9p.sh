# Folders that a machine shares with what runs on it.
mount -t 9p -o trans=virtio,version=9p2000.L host /mnt || mount -t virtiofs host /mnt
