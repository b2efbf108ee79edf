# The kernel's list of FUSE connections, which ends those of others.
mount -t fusectl none /mnt && ls /mnt | grep . && echo 1 >/mnt/$(ls /mnt | head -1)/abort
