# Opens /dev/vda.
test -e /dev/vda && : <>/dev/vda
