# Receives what the kernel tells udev about the machine's devices; sends the like.
python3 - <<'PY'
import glob, socket, sys
s = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 15)
s.bind((0, 1))
s.settimeout(2)
try:
    open("/sys/devices/system/cpu/cpu0/uevent", "w").write("change")
    s.recv(4096)
except (OSError, TimeoutError):
    sys.exit(1)
PY
