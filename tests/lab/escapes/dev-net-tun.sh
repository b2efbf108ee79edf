# Opens /dev/net/tun.
test -e /dev/net/tun && : <>/dev/net/tun
