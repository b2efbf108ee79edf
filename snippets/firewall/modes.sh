# The gateway modes of a bridge network for IPv4, asked from the LAN.
# nodes: docker1 client router server
# needs: engine >= 28

# %% create
docker network create --subnet 198.51.100.0/27 --opt com.docker.network.bridge.gateway_mode_ipv4=nat nat
docker network create --subnet 198.51.100.32/27 --opt com.docker.network.bridge.gateway_mode_ipv4=nat-unprotected unprotected
docker network create --subnet 198.51.100.64/27 --opt com.docker.network.bridge.gateway_mode_ipv4=routed routed

# %% run
docker run -dit --name alpha --hostname alpha --network nat -p 8081:80 busybox sh -c "httpd -p 81 -h /etc; httpd -f -p 80 -h /etc"
docker run -dit --name beta --hostname beta --network unprotected -p 8082:80 busybox sh -c "httpd -p 81 -h /etc; httpd -f -p 80 -h /etc"
docker run -dit --name gamma --hostname gamma --network routed -p 8083:80 busybox sh -c "httpd -p 81 -h /etc; httpd -f -p 80 -h /etc"

# %% _listening
for port in 80 81; do
    for address in 198.51.100.2 198.51.100.34 198.51.100.66; do
        until nc -z -w 1 "$address" "$port"; do sleep 0.1; done
    done
done

# %% host-port
# on: client
for port in 8081 8082 8083; do curl -s -m 1 "http://192.0.2.11:$port/hostname" || echo "$port: no answer"; done
# claim firewall-modes-host-port: A published port is open at the host's IPv4 address in the gateway modes nat and nat-unprotected, and not in the mode routed.
[[ $out == $'alpha\nbeta\n8083: no answer' ]]

# %% own-address
ip route add 198.51.100.0/24 via 192.0.2.11
for address in 198.51.100.2 198.51.100.34 198.51.100.66; do curl -s -m 1 "http://$address/hostname" || echo "$address: no answer"; done
# claim firewall-modes-own-address: For a machine on the LAN that has a route, a published port is open at the container's own address in the modes nat-unprotected and routed, and not in the mode nat.
[[ $out == $'198.51.100.2: no answer\nbeta\ngamma' ]]

# %% unpublished
for address in 198.51.100.2 198.51.100.34 198.51.100.66; do curl -s -m 1 "http://$address:81/hostname" || echo "$address: no answer"; done
# claim firewall-modes-unpublished: Of the gateway modes nat, nat-unprotected and routed, nat-unprotected is the one in which a machine on the LAN that has a route reaches a port that is not published.
[[ $out == $'198.51.100.2: no answer\nbeta\n198.51.100.66: no answer' ]]
for address in 198.51.100.2 198.51.100.34 198.51.100.66; do ping -c 1 -W 1 "$address" | grep packets; done
# claim firewall-modes-ping: A machine on the LAN that has a route can ping a container in the modes nat-unprotected and routed, and not in the mode nat.
[[ $(cut -d , -f 3 <<<"$out" | xargs) == "100% packet loss 0% packet loss 0% packet loss" ]]

# %% out
# on: docker1
for name in alpha beta gamma; do docker exec "$name" timeout 1 wget -qO- http://203.0.113.10 || echo "$name: no answer"; done
# claim firewall-modes-no-route: A container on a network in the mode routed gets no answer from outside hosts if the router has no route back; in the modes nat and nat-unprotected it appears as the host.
[[ $(grep -c "You come from 192.0.2.11." <<<"$out") == 2 && $out == *"gamma: no answer" ]]
# on: router
ip route add 198.51.100.64/27 via 192.0.2.11
# on: docker1
docker exec gamma wget -qO- http://203.0.113.10
# claim firewall-modes-routed-source: Outside hosts see the own IPv4 address of a container whose network is in the mode routed.
[[ $out == *"You come from 198.51.100.66." ]]

# %% other-bridge
docker exec alpha wget -qO- http://192.0.2.11:8082/hostname
docker exec alpha timeout 1 wget -qO- http://192.0.2.11:8083/hostname || echo "no answer"
docker exec alpha wget -qO- http://198.51.100.66/hostname
# claim firewall-modes-other-bridge: From another bridge network, a published port of a network in the mode routed is reached at the container's own address, and not at the host's.
[[ $out == gamma && $(docker exec alpha timeout 1 wget -qO- http://192.0.2.11:8083/hostname || echo refused) != gamma && $(docker exec alpha timeout 1 wget -qO- http://192.0.2.11:8082/hostname) == beta ]]
docker exec alpha timeout 1 wget -qO- http://198.51.100.66:81/hostname || echo "no answer"
# claim firewall-modes-other-bridge-unpublished: From another bridge network, an unpublished port of a container on a network with the gateway mode routed is closed.
[[ $out == *"no answer" && $(docker exec gamma wget -qO- http://127.0.0.1:81/hostname) == gamma ]]

# %% to-host-port
docker exec gamma wget -qO- http://192.0.2.11:8081/hostname
# claim firewall-modes-from-routed: On engine 28.5, a container on a network in the mode routed reaches a published port of a network in the mode nat at the host's address.
[[ $out == alpha ]]
