# The same from a privileged container of the world's engine.
docker run --rm --privileged busybox mknod /disk b 254 0
