# Mounts the kernel's debugging files.
mount -t debugfs none /mnt
