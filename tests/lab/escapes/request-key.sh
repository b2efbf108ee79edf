# Asks for a key nobody has: the kernel would run /sbin/request-key outside every container.
python3 - <<'PY'
import ctypes, sys
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall(249, b"user", b"nobody-has-this", b"info", -3)
sys.exit(ctypes.get_errno() in (1, 38))
PY
