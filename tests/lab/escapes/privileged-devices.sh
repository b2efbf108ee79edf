# Any block or character device of the machine that a privileged container has and can open.
docker run --rm --privileged busybox sh -c 'n=1; for d in $(find /dev -type b) /dev/kvm /dev/mem /dev/kmsg /dev/fuse /dev/vhost-net /dev/port; do [ -e $d ] && dd if=$d of=/dev/null bs=1 count=1 2>/dev/null && n=0; done; exit $n'
