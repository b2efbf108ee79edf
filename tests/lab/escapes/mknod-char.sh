# Makes the machine's memory a file of its own.
mknod /tmp/mem c 1 1
