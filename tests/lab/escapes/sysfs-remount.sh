# The same after mounting sysfs once more.
mount -t sysfs none /mnt && : >>/mnt/kernel/mm/transparent_hugepage/enabled
