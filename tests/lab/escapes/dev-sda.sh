# Opens /dev/sda.
test -e /dev/sda && : <>/dev/sda
