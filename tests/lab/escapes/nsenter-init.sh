# The namespaces of process 1, of each kind, and of its parents by ioctl.
python3 -c '
import fcntl, os, sys
me = os.readlink("/proc/self/ns/user")
fd = os.open("/proc/self/ns/user", os.O_RDONLY)
try:
    parent = fcntl.ioctl(fd, 0xb702)
except OSError:
    sys.exit(1)
os.setns(parent, 0)'
