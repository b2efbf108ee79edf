# One alias for several containers, and the same alias on two networks.

docker network create mynet
docker network create other
docker run -dit --name beta --network mynet busybox

# %% start
docker run -dit --name web1 --network mynet --network-alias web busybox
docker run -dit --name web2 --network mynet --network-alias web busybox

# %% lookup
docker exec beta nslookup -type=a web | grep 'Address: ' | sort
docker exec beta sh -c 'for i in $(seq 20); do ping -c 1 web | head -n 1; done' | sort -u
# claim names-shared-alias: If two containers share an alias, DNS answers with the addresses of both.
[[ $(docker exec beta nslookup -type=a web | grep -c '^Address: 172\.18\.0\.[34]$') == 2 ]]
# claim names-shared-alias-alternates: If two containers share an alias, who asks again and again ends up at one and at the other.
[[ $out == $'PING web (172.18.0.3): 56 data bytes\nPING web (172.18.0.4): 56 data bytes' ]]

# %% one-stops
docker stop -t 0 web1
docker exec beta nslookup -type=a web | grep 'Address: '
# claim names-shared-alias-shrinks: If one of two containers that share an alias stops, DNS answers with the address of the other one only.
[[ $out == "Address: 172.18.0.4" ]]

# %% other-network
docker run -dit --name web3 --network other --network-alias web busybox
docker run -dit --name gamma --network other busybox
docker exec beta ping -c 1 web | head -n 1
docker exec gamma ping -c 1 web | head -n 1
# claim names-alias-per-network: The same alias can be used on two networks, and each container sees the one on its own network.
[[ $out == "PING web (172.19.0.2)"* && $(docker exec beta ping -c 1 web) == *"from 172.18.0.4: "* ]]

# %% both
docker run -dit --name both --network other busybox
docker network connect mynet both
docker exec both ping -c 1 web | head -n 1
docker exec both ip route | head -n 1
# claim names-way-out-first: A container on two networks on which an alias means something different gets the answer of the network that is its way out.
[[ $out == "default via 172.18.0.1 "* && $(docker exec both nslookup -type=a web | grep Address: | tail -n +2) == "Address: 172.18.0.4" ]]
docker exec both ping -c 1 web.other | head -n 1
# claim names-choose-the-network: A container on two networks reaches an alias on either of them if it adds a dot and the name of the network.
[[ $out == "PING web.other (172.19.0.2)"* && $(docker exec both ping -c 1 web.mynet) == *"from 172.18.0.4: "* ]]
