# Where this process is in the machine's memory.
python3 - <<'PY'
import struct, sys, ctypes
buffer = ctypes.create_string_buffer(8192)
with open("/proc/self/pagemap", "rb") as file:
    file.seek(ctypes.addressof(buffer) // 4096 * 8)
    sys.exit(struct.unpack("Q", file.read(8))[0] & ((1 << 55) - 1) == 0)
PY
