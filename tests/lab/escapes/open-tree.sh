# A copy of the mounts of the first process, and what is below them.
python3 - <<'PY'
import ctypes, os, sys
fd = ctypes.CDLL(None).syscall(428, -100, b"/proc/1/root", 0x1 | 0x8000)
sys.exit(fd < 0 or not any(os.path.exists(f"/proc/self/fd/{fd}/{name}") for name in ("lab/supervisor", "machine", "world/upper")))
PY
