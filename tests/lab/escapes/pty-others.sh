# Terminals of others: the machine's and those of the outer engine's containers.
for line in /dev/console /dev/tty[0-9]* /dev/ttyS* /dev/vcs* /dev/pts/[0-9]*; do : <$line && exit 0; done; exit 1
