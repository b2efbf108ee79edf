# Holds more namespaces than a lab has use for: they count for whoever made the lab, which is root of the machine.
python3 - <<'PY'
import ctypes, os, resource, sys
libc, held = ctypes.CDLL(None), []
resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
for _ in range(5000):
    if libc.unshare(0x08000000):  # CLONE_NEWIPC, which costs least
        break
    held.append(os.open("/proc/self/ns/ipc", os.O_RDONLY))
print(len(held))
sys.exit(len(held) < 4500)
PY
