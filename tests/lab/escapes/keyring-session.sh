# Asks for the keys of its own session: there are none.
python3 - <<'PY'
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
buffer = ctypes.create_string_buffer(64)
size = libc.syscall(250, 11, -3, buffer, 64)
sys.exit(0 if size > 0 else 1)
PY
