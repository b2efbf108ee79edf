# Watches until root of the machine may watch no more: instances count for whoever made the lab.
python3 - <<'PY'
import ctypes, sys
libc, most = ctypes.CDLL(None), int(open("/proc/sys/fs/inotify/max_user_instances").read())
sys.exit(sum(libc.inotify_init() >= 0 for _ in range(most)) < most // 2)
PY
