# Counts events of all processes.
python3 - <<'PY'
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
result = libc.syscall(298, ctypes.create_string_buffer(b"\0\0\0\0\x70" + bytes(123)), -1, 0, -1, 0)
sys.exit(1 if result < 0 and ctypes.get_errno() in (1, 38) else 0)
PY
