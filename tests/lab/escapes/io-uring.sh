# Sets up io_uring, where many holes of the kernel have been.
python3 - <<'PY'
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
result = libc.syscall(425, 1, ctypes.create_string_buffer(256))
sys.exit(1 if result < 0 and ctypes.get_errno() in (1, 38) else 0)
PY
