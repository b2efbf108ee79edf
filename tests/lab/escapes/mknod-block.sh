# Makes the machine's disk a file of its own.
mknod /tmp/disk b 254 0
