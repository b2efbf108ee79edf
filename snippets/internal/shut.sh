# Two containers on an internal network, and everything that they try to reach.
# nodes: docker1 client server

# %% create
docker network create --internal inner
docker run -dit --name alpha --network inner busybox
docker run -dit --name beta --network inner busybox

# %% outside
# fails
docker exec -t alpha wget -T 2 http://203.0.113.10
# claim internal-no-way-out: From an internal network a server beyond the LAN is out of reach, though a container on the default bridge of the same host reaches it.
[[ $out != *"saved"* && $(docker run --rm busybox wget -qO- http://203.0.113.10) == "Hello from example.com."* ]]
# fails
docker exec -t alpha ping -c 1 -W 1 192.0.2.50
# claim internal-no-lan: From an internal network the other machines on the host's LAN are out of reach.
[[ $out != *"from 192.0.2.50"* ]] && docker run --rm busybox ping -c 3 -W 5 192.0.2.50

# %% neighbour
docker exec alpha ping -c 1 beta
# claim internal-neighbours: Containers on the same internal network reach each other by name.
[[ $out == "PING beta (172.18.0.3): "*"from 172.18.0.3: "* && $(docker network inspect -f '{{.Internal}}' inner) == true ]]

# %% own-route
docker run -dit --name gamma --network inner --cap-add NET_ADMIN busybox
docker exec gamma ip route replace default via 172.18.0.1
# fails
docker exec -t gamma nc -w 1 203.0.113.10 80
# claim internal-route-does-not-help: A container on an internal network that gives itself a default route does not get out either.
[[ $out == *"timed out"* && $(docker exec gamma ip route) == "default via 172.18.0.1 "* ]]

# %% rules
iptables -S DOCKER-ISOLATION-STAGE-1 | grep 172.18
# claim internal-firewall-rules: For an internal network there are two rules in the host's firewall: one drops what would leave it, the other what would enter it.
[[ $(wc -l <<<"$out") == 2 && $out == *"! -s 172.18.0.0/16 -o br-"*" -j DROP"* && $out == *"! -d 172.18.0.0/16 -i br-"*" -j DROP"* ]]
# claim internal-firewall-dropped: What a container on an internal network sends out is dropped by the rule in the host's firewall.
iptables -vS DOCKER-ISOLATION-STAGE-1 | grep -qE -- '! -d 172.18.0.0/16 -i br-\w+ -c [1-9][0-9]* '
