# Mounts the kernel's security modules.
mount -t securityfs none /mnt
