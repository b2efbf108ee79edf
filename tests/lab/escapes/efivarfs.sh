# Mounts the kernel's firmware settings.
mount -t efivarfs none /mnt
