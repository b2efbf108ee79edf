# Joins a namespace that is not its own: the parent of its user namespace.
python3 - <<'PY'
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
import fcntl
fd = os.open("/proc/self/ns/user", os.O_RDONLY)
parent = fcntl.ioctl(fd, 0xB702)
sys.exit(1 if libc.setns(parent, 0) else 0)
PY
