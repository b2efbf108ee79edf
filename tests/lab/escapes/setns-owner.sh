# The owner of its network namespace's user namespace is itself, and nothing above that is told.
python3 - <<'PY'
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
import fcntl
fd = os.open("/proc/1/ns/net", os.O_RDONLY)
owner = fcntl.ioctl(fd, 0xB701)
fcntl.ioctl(owner, 0xB702)
PY
