# The machine's clock, bent.
python3 - <<'PY'
import ctypes, sys
libc, timex = ctypes.CDLL(None, use_errno=True), ctypes.create_string_buffer(512)
timex[0] = 0x10  # ADJ_TIMECONST: the value that is there is asked for first
sys.exit(libc.adjtimex(timex) < 0)
PY
