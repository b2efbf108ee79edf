# Devices by name, which the engine makes nodes of.
n=1; for d in /dev/vda /dev/sda /dev/loop0 /dev/kmsg /dev/kvm /dev/fuse /dev/mem; do docker run --rm --device $d busybox dd if=$d of=/dev/null bs=1 count=1 && n=0; done; exit $n
