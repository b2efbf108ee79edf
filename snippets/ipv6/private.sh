# A network with private IPv6 addresses, and what reaches it.
# nodes: docker1 client server

# %% default
docker run -dit --name plain busybox
docker exec plain ip -6 addr show eth0
# fails
docker exec -t plain ping -6 -c 1 -W 1 2001:db8:2::10
# claim ipv6-none-by-default: Without a setting, a container on the default bridge has no IPv6 address on eth0 and reaches no IPv6 address, though its host does.
[[ $out != *"from 2001:"* && -z $(docker exec plain ip -6 addr show eth0) && $(ping -6 -c 1 2001:db8:2::10) == *"from 2001:db8:2::10"* ]]

# %% create
docker network create --ipv6 --subnet fd00:cafe:1::/64 six
docker network inspect -f '{{range .IPAM.Config}}{{println .Subnet}}{{end}}' six
# claim ipv6-network-has-both: A network made with --ipv6 has an IPv4 subnet as well.
[[ $(sort <<<"$out" | xargs) == "172.18.0.0/16 fd00:cafe:1::/64" ]]

# %% run
docker run -dit --name web --hostname web --network six -p 8080:80 busybox httpd -f -vv -h /etc
docker run -dit --name beta --network six busybox
docker exec beta ip addr show scope global
# claim ipv6-two-addresses: A container on a network with IPv6 has an address of each kind.
[[ $out == *"inet 172.18.0.3/16"*"inet6 fd00:cafe:1::3/64"* ]]

# %% _listening
until nc -z -w 1 fd00:cafe:1::2 80; do sleep 0.1; done

# %% neighbour
docker exec beta ping -6 -c 1 web
# claim ipv6-by-name: On a network of one's own with IPv6, a container's name resolves to its IPv6 address too.
[[ $out == "PING web (fd00:cafe:1::2): "*"from fd00:cafe:1::2: "* ]]
docker exec beta wget -qO- http://web/hostname
docker exec web wget -qO- 'http://[::1]/hostname'
# claim ipv6-own-loopback: In a container on a network with IPv6, the address ::1 is the container itself.
[[ $out == web && $(docker exec web ip -6 addr show lo) == *"inet6 ::1/128"* ]]

# %% outside
# may fail
docker exec -t beta wget -T 2 -qO- 'http://[2001:db8:2::10]'
# claim ipv6-masquerade [engine >= 28]: On engine 28.5 a container with a private IPv6 address reaches the world outside, which sees the host's IPv6 address.
[[ $out == *"You come from 2001:db8:1::11."* && $(ip -6 addr show eth0) == *" 2001:db8:1::11/64 "* ]]
# claim ipv6-no-masquerade [engine <= 26]: On engines 20.10 and 26.1 without further settings, a container with a private IPv6 address gets no answer from outside.
[[ $out != *"You come from"* && -z $(ip6tables -t nat -S POSTROUTING | grep MASQ) ]] && ping -6 -c 1 2001:db8:2::10

# %% published
docker port web
# on: client
curl -s 'http://[2001:db8:1::11]:8080/hostname'
# claim ipv6-published: A published port of a container on a network with IPv6 can be reached at the host's IPv6 address.
[[ $out == *web ]]

# %% _logged
# on: docker1
until docker logs web | grep -q response; do sleep 0.1; done

# %% log
docker logs web
# claim ipv6-client-seen [engine >= 28]: On engine 28.5 a server on a network with IPv6 sees the IPv6 address of who comes by a published port.
[[ $out == *"[2001:db8:1::50]:"* ]]
# claim ipv6-client-hidden [engine <= 26]: On engines 20.10 and 26.1 without further settings, a server on a network with IPv6 sees its host instead of who comes by a published port over IPv6.
[[ $out == *"[fd00:cafe:1::1]:"* && $out != *2001:db8:1::50* ]]

# %% ipv4-only
docker run -dit --name old --hostname old -p 8081:80 busybox httpd -f -vv -h /etc

# %% _old-listening
until nc -z -w 1 172.17.0.3 80; do sleep 0.1; done

# %% ipv4-only-asked
# on: client
curl -s 'http://[2001:db8:1::11]:8081/hostname'
# claim ipv6-to-ipv4: A port published for a container without IPv6 can be reached at the host's IPv6 address.
[[ $out == *old ]]

# %% _old-logged
# on: docker1
until docker logs old | grep -q response; do sleep 0.1; done

# %% ipv4-only-log
docker logs old
# claim ipv6-to-ipv4-hidden: If a container without an IPv6 address is reached at a port published on the host's IPv6 address, it sees its host, by IPv4, instead of the client.
[[ $out == *"172.17.0.1]:"* && $out != *2001:db8* && -z $(docker exec old ip -6 addr show eth0) ]]
