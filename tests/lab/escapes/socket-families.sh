# Opens a socket of every family a lab has no use for: asked for one, the kernel loads the module that holds it.
python3 - <<'PY'
import errno, socket, sys
out = []
for family in sorted({*range(3, 46)} - {socket.AF_INET6, socket.AF_NETLINK, socket.AF_PACKET}):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
        try:
            socket.socket(family, kind)
            out.append(family)
        except OSError as error:
            if error.errno != errno.EPERM:
                out.append(family)
print(out)
sys.exit(not out)
PY
