# The machine's audit, over netlink.
python3 - <<'PY'
import socket, struct, sys
s = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 9)
s.settimeout(2)
s.send(struct.pack("=IHHII", 16, 1000, 5, 1, 0))
answer = s.recv(4096)
kind, error = struct.unpack("=H", answer[4:6])[0], struct.unpack("=i", answer[16:20])[0]
sys.exit(kind == 2 and error < 0)
PY
