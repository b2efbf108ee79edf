# Adds a key, of which every user of the machine may have 200 in all.
python3 - <<'PY'
import ctypes, sys
sys.exit(ctypes.CDLL(None).syscall(248, b"user", b"escape", b"x", 1, -3) < 0)
PY
