# A host that has its IPv6 routes from a router's advertisements, and its first network with IPv6.

forwarding=$(sysctl -n net.ipv6.conf.all.forwarding)

# %% before
sysctl net.ipv6.conf.all.forwarding net.ipv6.conf.eth0.accept_ra

# %% create
docker network create --ipv6 --subnet fd00:cafe:1::/64 mynet
sysctl net.ipv6.conf.all.forwarding net.ipv6.conf.eth0.accept_ra
# claim kernel-ipv6-forwarding: When the first network with IPv6 is made, Docker switches on IPv6 forwarding for the host, and leaves accept_ra of its interfaces as it is.
[[ $forwarding == 0 && $out == "net.ipv6.conf.all.forwarding = 1"$'\n'"net.ipv6.conf.eth0.accept_ra = 1" ]]
