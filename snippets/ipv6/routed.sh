# A network with public IPv6 addresses, which the router knows.
# nodes: docker1 client router server

# %% create
docker network create --ipv6 --subnet 2001:db8:abc::/64 --opt com.docker.network.bridge.gateway_mode_ipv6=routed six
docker run -dit --name web --hostname web --network six busybox httpd -f -h /etc
# on: router
ip -6 route add 2001:db8:abc::/64 via 2001:db8:1::11

# %% _listening
# on: docker1
until nc -z -w 1 2001:db8:abc::2 80; do sleep 0.1; done

# %% outside
docker exec web wget -qO- 'http://[2001:db8:2::10]'
# claim ipv6-routed-source: From a network in the gateway mode routed, the world outside sees the container's own IPv6 address.
[[ $out == *"You come from 2001:db8:abc::2." && $(docker inspect -f '{{.NetworkSettings.Networks.six.GlobalIPv6Address}}' web) == 2001:db8:abc::2 ]]

# %% inward
# on: client
ping -6 -c 1 2001:db8:abc::2
# claim ipv6-routed-ping: Another machine reaches a container on a network in the gateway mode routed at the container's own IPv6 address.
[[ $out == *"from 2001:db8:abc::2: "* ]]
curl -s -m 1 'http://[2001:db8:abc::2]/hostname' || echo "no answer"
# claim ipv6-routed-port-shut [engine >= 28]: On engine 28.5 a port of a container on a network with the gateway mode routed is shut for others as long as it is not published.
[[ $out == "no answer" ]]
# claim ipv6-routed-port-open [engine <= 26]: On engines 20.10 and 26.1, which do not filter IPv6 without further settings, a port of a container with a public IPv6 address is open to others although it is not published.
[[ $out == web ]]

# %% published
# on: docker1
docker run -dit --name open --hostname open --network six -p 8080:80 busybox httpd -f -h /etc

# %% _published-listening
until nc -z -w 1 2001:db8:abc::3 80; do sleep 0.1; done

# %% published-asked
# on: client
curl -s -m 1 'http://[2001:db8:abc::3]/hostname'
# claim ipv6-routed-port-published: A published port of a container on a network in the gateway mode routed is open to others, at the container's own IPv6 address.
[[ $out == open ]]
