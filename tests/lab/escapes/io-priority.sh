# A place before everybody at the disk.
python3 -c 'import ctypes, sys; sys.exit(ctypes.CDLL(None).syscall(251, 1, 0, (1 << 13) | 0) != 0)'
