# Opens every file in /sys for writing but those of cgroups and of the namespace's own interfaces.
python3 - <<'PY'
import os, sys
out = []
for folder, folders, files in os.walk("/sys"):
    folders[:] = [name for name in folders if f"{folder}/{name}" not in ("/sys/fs/cgroup", "/sys/devices/virtual/net")]
    for path in (f"{folder}/{name}" for name in files):
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK))
            out.append(path)
        except OSError:
            pass
print(out)
sys.exit(not out)
PY
