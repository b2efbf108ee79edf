# The network none from underneath, and how to work with a container on it.
# nodes: docker1 server

rules=$({ iptables-save; ip6tables-save; } | grep -v -e '^[#:]')

# %% count
iptables-save | grep -c -e ^-A

# %% start
docker run -dit --name hermit --network none busybox
docker inspect -f '{{json .NetworkSettings.Networks.none}}' hermit | python3 -m json.tool
# claim none-endpoint-empty: On the network none Docker lists an endpoint of the container, without an address and without an interface.
[[ -n $(docker inspect -f '{{.NetworkSettings.Networks.none.EndpointID}}' hermit) && -z $(docker inspect -f '{{.NetworkSettings.Networks.none.IPAddress}}{{.NetworkSettings.Networks.none.MacAddress}}' hermit) && $(docker exec hermit ls /sys/class/net) == lo ]]

# %% inside [picture]
sandbox=$(docker inspect -f '{{.NetworkSettings.SandboxKey}}' hermit)
nsenter --net="$sandbox" ip -br link
nsenter --net="$sandbox" ip route
ip -br link
# claim none-nothing-on-host: A container on the network none has a sandbox with lo and no routes, and adds no interface to the host.
[[ $(nsenter --net="$sandbox" ip -br link) == lo*UP* && -z $(nsenter --net="$sandbox" ip route) && $(cd /sys/class/net && echo *) == "docker0 eth0 lo" ]]

# %% no-rules
iptables-save | grep -c -e ^-A
# claim none-no-rules: A container on the network none adds no rule to the firewall.
[[ $({ iptables-save; ip6tables-save; } | grep -v -e '^[#:]') == "$rules" && -n $rules ]]

# %% dns
docker exec hermit grep nameserver /etc/resolv.conf
# fails
docker exec hermit nslookup example.com
# claim none-no-names: A container on the network none has a list of name servers, and no route to them.
[[ $status != 0 && $(docker exec hermit grep -c nameserver /etc/resolv.conf) -ge 1 && -z $(docker exec hermit ip route) ]]

# %% managed
echo "some data" >/tmp/input
docker cp /tmp/input hermit:/tmp/input
docker exec hermit sh -c 'tr a-z A-Z </tmp/input >/tmp/output'
docker exec hermit cat /tmp/output
# claim none-managed: docker exec and docker cp work for a container on the network none.
[[ $out == "SOME DATA" && $(docker inspect -f '{{.HostConfig.NetworkMode}}' hermit) == none ]]

# %% logs
docker run --name talker --network none busybox echo "Hello from nowhere."
docker logs talker
# claim none-logs: docker logs works for a container on the network none.
[[ $out == "Hello from nowhere." && $(docker inspect -f '{{.HostConfig.NetworkMode}}' talker) == none ]]

# %% publish
docker run -dit --name shut --network none -p 8080:80 busybox httpd -f -p 80
docker port shut
# claim none-publishes-nothing: On the network none a request to publish a port is accepted, and opens nothing.
[[ -z $out && $(docker inspect -f '{{len .HostConfig.PortBindings}} {{len .NetworkSettings.Ports}}' shut) == "1 0" && -z $(ss -Hltn 'sport = :8080') ]]

# %% shared
docker exec hermit httpd -p 80 -h /etc
docker run --rm --network container:hermit busybox wget -qO- http://127.0.0.1/hostname
# claim none-shared: A second container can share the namespace of one on the network none, and the two reach each other at 127.0.0.1.
[[ $out == "$(docker inspect -f '{{slice .Id 0 12}}' hermit)" && $(docker exec hermit ls /sys/class/net) == lo ]]
