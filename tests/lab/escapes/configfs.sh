# Mounts the kernel's configuration of drivers.
mount -t configfs none /mnt
