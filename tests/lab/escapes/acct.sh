# Has the kernel log processes to a file.
python3 - <<'PY'
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
result = libc.syscall(163, b"/nowhere")
sys.exit(1 if result < 0 and ctypes.get_errno() in (1, 38) else 0)
PY
