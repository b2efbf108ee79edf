# A rule for all devices, and a node made by the container.
docker run --rm --cap-add ALL --device-cgroup-rule 'a *:* rwm' busybox sh -c 'mknod /tmp/d b 254 0 && dd if=/tmp/d of=/dev/null bs=1 count=1'
