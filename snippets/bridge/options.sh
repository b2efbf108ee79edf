# Options of a bridge network that matter.
# nodes: docker1 client server

# %% icc
docker network create --opt com.docker.network.bridge.enable_icc=false strict
docker run -dit --name alpha --network strict busybox
docker run -dit --name beta --network strict busybox
# fails
docker exec alpha ping -c 1 -W 1 beta
docker exec alpha ping -c 1 203.0.113.10
# claim bridge-icc-off: With enable_icc=false containers on one bridge network do not reach each other, and still reach outside hosts.
[[ $out == *"from 203.0.113.10: "* && $(docker exec alpha ping -c 1 -W 1 beta) == *" 100% packet loss"* ]]
# claim bridge-icc-names: On a bridge network made with enable_icc=false the names of containers still resolve.
[[ $(docker exec alpha nslookup -type=a beta) == *"Address: $(docker exec beta hostname -i)"* ]]

# %% mtu
docker network create --opt com.docker.network.driver.mtu=1400 narrow
docker run --rm --network narrow busybox ip link show eth0
# claim bridge-mtu: A bridge network's option com.docker.network.driver.mtu is the MTU of its containers' interfaces.
[[ $out == *"mtu 1400"* && $(docker run --rm busybox cat /sys/class/net/eth0/mtu) == 1500 ]]

# %% binding
docker network create --opt com.docker.network.bridge.host_binding_ipv4=127.0.0.1 private
docker run -dit --name web --network private -p 8080:80 busybox httpd -f -p 80 -h /etc
docker port web

# %% _listening
until curl -s http://127.0.0.1:8080/hostname >/dev/null; do sleep 0.05; done

# %% binding-tried
curl -s http://127.0.0.1:8080/hostname
# on: client
# fails
curl -s -S -m 1 http://192.0.2.11:8080/hostname
# on: docker1
# claim bridge-binding: With host_binding_ipv4=127.0.0.1 a published port is open to the host itself and closed to the LAN.
[[ $(docker port web) == "80/tcp -> 127.0.0.1:8080" && $status != 0 && $(curl -s http://127.0.0.1:8080/hostname) == "$(docker inspect -f '{{slice .Id 0 12}}' web)" && -z $(ss -Hltn 'src = 192.0.2.11:8080 or src = 0.0.0.0:8080') ]]

# %% masquerade
docker network create --subnet 198.51.100.0/24 --opt com.docker.network.bridge.enable_ip_masquerade=false open
tcpdump -i eth0 -tn -c 1 'icmp[icmptype] == icmp-echo' >left 2>log &

# %% _capturing
until grep -q listening log; do sleep 0.05; done

# %% masquerade-tried
# fails
docker run --rm --network open busybox ping -c 1 -W 1 203.0.113.10
wait
cut -d , -f 1 left
# claim bridge-no-masquerade: On a bridge network made with enable_ip_masquerade=false a container's packets leave with its own address, and no answer comes back from a server outside that has no route to it.
[[ $out == "IP 198.51.100.2 > 203.0.113.10: ICMP echo request" && $(docker run --rm --network open busybox ping -c 1 -W 1 203.0.113.10) == *" 100% packet loss"* ]] && docker run --rm --network narrow busybox ping -c 1 203.0.113.10

# %% listed
docker network inspect -f '{{.Name}} {{json .Options}}' strict narrow private open
# claim bridge-options-listed: docker network inspect shows the options that a bridge network was made with.
[[ $(wc -l <<<"$out") == 4 && $(docker network inspect -f '{{len .Options}}' strict narrow private open | xargs) == "1 1 1 1" ]]

# %% later
docker network --help
# claim bridge-options-at-birth: Docker has a command to make a network, and none to change it later.
[[ $(sed -n '/ommands:/,/^$/p' <<<"$out" | awk '/^  / { print $1 }' | xargs) == "connect create disconnect inspect ls prune rm" ]]
