# The kernel's cryptography, by a socket that belongs to no namespace.
python3 -c 'import socket; socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET).bind(("hash", "sha256"))'
