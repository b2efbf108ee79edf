# Pastes into the machine's console.
python3 - <<'PY'
import fcntl, glob, sys
for path in ("/dev/tty", "/dev/tty0", "/dev/console", "/dev/tty1"):
    try:
        fcntl.ioctl(open(path), 0x541C, b"\x03")
        sys.exit(0)
    except OSError:
        pass
sys.exit(1)
PY
