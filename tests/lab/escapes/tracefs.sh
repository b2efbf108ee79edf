# Mounts the kernel's tracer.
mount -t tracefs none /mnt
