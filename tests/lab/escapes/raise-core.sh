# Core dumps, of which the kernel hands what the machine says to a program outside.
python3 - <<'PY'
import resource, sys
soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
try:
    resource.setrlimit(resource.RLIMIT_CORE, (1000, 1000))
except (OSError, ValueError):
    sys.exit(1)
PY
