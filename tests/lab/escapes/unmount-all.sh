# Unmounts its root in the hope of what is underneath.
unshare --mount sh -c "umount -l / ; ls /machine /lab/supervisor"
