# Pipes that take more of the kernel's memory than a user may have.
python3 -c 'import fcntl, os; fcntl.fcntl(os.pipe()[1], 1031, 1 << 28)'
