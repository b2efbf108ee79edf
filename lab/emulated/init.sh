#!/bin/busybox sh
# init.sh: the emulated computer's first process. Puts a root together from the disk, which is only read, and memory.
set -e
busybox=/bin/busybox

for module in /*.ko; do $busybox insmod "$module"; done
$busybox mkdir -p /dev /disk /memory /root
$busybox mount -t devtmpfs dev /dev
$busybox mount -t squashfs -o ro /dev/vda /disk
$busybox mount -t tmpfs memory /memory
$busybox mkdir /memory/upper /memory/work
$busybox mount -t overlay -o lowerdir=/disk,upperdir=/memory/upper,workdir=/memory/work root /root
$busybox cp -a /lab/. /root/lab/
$busybox cp -a /lab/. /root/machine/lab/
$busybox mount --move /dev /root/dev
exec $busybox switch_root /root /lab/emulated/play.sh
