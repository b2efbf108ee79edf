# A device of the machine, by the engine.
docker run --rm --device /dev/kvm busybox true || docker run --rm --device-cgroup-rule 'b 7:* rwm' busybox mknod /tmp/b b 7 0
