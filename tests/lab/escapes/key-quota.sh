# Joins new keyrings until the user that all labs of the machine share may have none.
python3 - <<'PY'
import ctypes, os, sys, time
libc, (read, write) = ctypes.CDLL(None, use_errno=True), os.pipe()
for _ in range(250):
    if not os.fork():
        joined = libc.syscall(250, 1, None) >= 0
        os.write(write, b"j" if joined else b"n")
        time.sleep(3)
        os._exit(0)
time.sleep(2)
sys.exit(os.read(read, 1000).count(b"j") < 100)
PY
