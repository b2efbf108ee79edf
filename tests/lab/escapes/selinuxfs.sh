# Mounts the kernel's SELinux policy.
mount -t selinuxfs none /mnt
