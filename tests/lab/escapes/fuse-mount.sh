# A file system of one's own with a device node on it.
exec 9<>/dev/fuse && mount -t fuse -o fd=9,rootmode=40000,user_id=0,group_id=0,allow_other none /mnt
