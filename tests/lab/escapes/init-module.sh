# Loads a module.
python3 - <<'PY'
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
result = libc.syscall(175, 0, 0, 0, 0)
sys.exit(1 if result < 0 and ctypes.get_errno() in (1, 38) else 0)
PY
