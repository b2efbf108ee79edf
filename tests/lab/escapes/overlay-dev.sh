# A device node through an overlay: whiteouts are nodes, too.
mkdir -p /tmp/o/l /tmp/o/u /tmp/o/w /tmp/o/m; mount -t overlay none -o lowerdir=/tmp/o/l,upperdir=/tmp/o/u,workdir=/tmp/o/w /tmp/o/m && mknod /tmp/o/m/d b 7 0 && dd if=/tmp/o/m/d of=/dev/null count=1
