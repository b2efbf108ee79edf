# Reads the kernel's messages.
python3 - <<'PY'
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
result = libc.syscall(103, 3, ctypes.create_string_buffer(16), 16)
sys.exit(1 if result < 0 and ctypes.get_errno() in (1, 38) else 0)
PY
