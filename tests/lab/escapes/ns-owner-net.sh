# The user namespace that owns the network of each process in sight, joined.
python3 -c '
import ctypes, fcntl, glob, os, sys
libc = ctypes.CDLL(None)
done = False
mine = os.stat("/proc/self/ns/user").st_ino
for path in glob.glob("/proc/[0-9]*/ns/*"):
    try:
        fd = os.open(path, os.O_RDONLY)
        owner = fcntl.ioctl(fd, 0xb701)
        done |= os.fstat(owner).st_ino != mine and libc.setns(owner, 0) == 0
    except OSError: pass
sys.exit(not done)'
