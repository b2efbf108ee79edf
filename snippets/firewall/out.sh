# A container that is not to reach one machine of the LAN.
# nodes: docker1 client router

# %% before
docker run -dit --name alpha busybox
docker exec alpha ping -c 1 -W 1 192.0.2.50
docker exec alpha ping -c 1 -W 1 192.0.2.1
# claim firewall-out-before: By default a container reaches the machines of the host's LAN.
[[ $out == *"from 192.0.2.1: "* ]] && docker exec alpha ping -c 1 -W 1 192.0.2.50

# %% output
iptables -A OUTPUT -d 192.0.2.50 -j REJECT
# fails
ping -c 1 -W 1 192.0.2.50
docker exec alpha ping -c 1 -W 1 192.0.2.50
# claim firewall-out-not-output: A rule in the chain OUTPUT stops the host itself, and not its containers.
[[ $out == *"from 192.0.2.50: "* && $(ping -c 1 -W 1 192.0.2.50) != *"from 192.0.2.50: "* ]]
iptables -D OUTPUT 1

# %% one-address
iptables -I DOCKER-USER -o eth0 -d 192.0.2.50 -j DROP
# fails
docker exec alpha ping -c 1 -W 1 192.0.2.50
docker exec alpha ping -c 1 -W 1 192.0.2.1
# claim firewall-out-one-address: A rule in the chain DOCKER-USER for one address stops containers from reaching it, and they still reach another address of the LAN.
[[ $out == *"from 192.0.2.1: "* && $(docker exec alpha ping -c 1 -W 1 192.0.2.50) == *" 100% packet loss"* && $(ping -c 1 -W 1 192.0.2.50) == *"from 192.0.2.50: "* ]]
