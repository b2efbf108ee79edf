# Types into the terminal of whoever looks on: there is none.
python3 - <<'PY'
import fcntl, sys, termios
try:
    fcntl.ioctl(open("/dev/tty"), termios.TIOCSTI, b"x")
except OSError:
    sys.exit(1)
PY
