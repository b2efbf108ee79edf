# Mounts the kernel's stored crashes.
mount -t pstore none /mnt
