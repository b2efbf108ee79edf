# File systems in files, where a broken one breaks the kernel.
head -c 1000000 /dev/zero >/tmp/image
for kind in squashfs erofs ext4 xfs vfat ntfs3 hfsplus iso9660; do mount -t $kind -o loop /tmp/image /mnt && exit 0; done; exit 1
