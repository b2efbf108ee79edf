# Sets the machine's clock (to a value that no kernel takes).
python3 - <<'PY'
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
result = libc.syscall(227, 0, ctypes.create_string_buffer(b"\xff" * 16))
sys.exit(1 if result < 0 and ctypes.get_errno() in (1, 38) else 0)
PY
