# Mounts the bpf file system and looks for programs pinned outside.
mount -t bpf none /mnt && test -n "$(ls -A /mnt)"
