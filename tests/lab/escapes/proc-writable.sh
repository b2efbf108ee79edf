# Opens every file in /proc for writing but those that are the namespaces' own (pid_max since Linux 6.14), those of
# processes, and /proc/pressure, where everybody may ask to be told of load.
python3 - <<'PY'
import os, re, sys
OWN = re.compile(r"/proc/(self|thread-self|net|\d+|pressure|sys/(net|user|fs/mqueue)|sys/kernel/(hostname|domainname|ns_last_pid|pid_max|msg\w*|sem\w*|shm\w*|auto_msgmni)$)")
out = []
for folder, folders, files in os.walk("/proc"):
    folders[:] = [name for name in folders if not OWN.match(f"{folder}/{name}")]
    for path in (f"{folder}/{name}" for name in files):
        if not OWN.match(path) and not os.path.islink(path):
            try:
                os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK))
                out.append(path)
            except OSError:
                pass
print(out)
sys.exit(not out)
PY
