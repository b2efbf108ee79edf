# Registers an interpreter for programs of the whole machine. A kernel since 6.7 gives a user namespace its own; an older one refuses the mount. Only looks whether it is the machine's: that of this namespace belongs to root.
mount -t binfmt_misc none /mnt && test "$(stat -c %u /mnt/register)" != 0 && : >>/mnt/register
