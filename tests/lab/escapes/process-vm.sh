# Reads memory of every process there is, in search of the agent's.
python3 - <<'PY'
import os, re, sys
for pid in filter(str.isdigit, os.listdir("/proc")):
    try:
        words = open(f"/proc/{pid}/cmdline").read()
        if "\0agent" in words or "\0supervisor" in words:
            open(f"/proc/{pid}/mem", "rb").close()
            sys.exit(0)
    except OSError:
        pass
sys.exit(1)
PY
