# A container that may reach the internet, and not the LAN.
# nodes: docker1 client router server

docker run -dit --name alpha busybox

# %% lan
iptables -I DOCKER-USER -o eth0 -d 192.0.2.0/24 -j DROP
# fails
docker exec alpha ping -c 1 -W 1 192.0.2.1
docker exec alpha wget -qO- http://203.0.113.10
# claim firewall-out-lan: A rule in the chain DOCKER-USER for the addresses of the LAN leaves the networks behind the router open, though the packets go through the router.
[[ $out == *"You come from 192.0.2.11." && $(docker exec alpha ping -c 1 -W 1 192.0.2.1) == *" 100% packet loss"* && $(docker exec alpha ip route) == *"default via 172.17.0.1"* ]]

# %% published
docker run -d --name web --hostname web -p 8080:80 busybox httpd -f -h /etc

# %% _published-listening
until nc -z -w 1 172.17.0.3 80; do sleep 0.1; done

# %% published-asked
# on: client
curl -s -m 1 http://192.0.2.11:8080/hostname || echo "no answer"
# claim firewall-out-cuts-replies: A rule in the chain DOCKER-USER that drops all packets to the LAN also drops the replies of published ports.
[[ $out == "no answer" ]] && ping -c 1 192.0.2.11
# on: docker1

# %% new
iptables -R DOCKER-USER 1 -o eth0 -d 192.0.2.0/24 -m conntrack --ctstate NEW -j DROP
# fails
docker exec alpha ping -c 1 -W 1 192.0.2.50
# on: client
curl -s -m 1 http://192.0.2.11:8080/hostname || echo "no answer"
# claim firewall-out-new: A rule in the chain DOCKER-USER for new connections to the LAN stops those that containers begin, and a published port answers the LAN.
[[ $out == web ]]
# on: docker1

# %% names
# fails
docker exec alpha nslookup -timeout=1 -retry=1 -type=a example.com
iptables -I DOCKER-USER -o eth0 -d 192.0.2.1 -p udp --dport 53 -j RETURN
docker exec alpha nslookup -timeout=1 -retry=1 -type=a example.com
# control: the same command fails before the rule is there
# claim firewall-out-dns: If the DNS server is on the LAN, a rule that closes the LAN stops names from resolving, until a rule before it lets UDP port 53 of that server through.
[[ $out == *203.0.113.10* && $(iptables -S DOCKER-USER | sed -n 2p) == *"-d 192.0.2.1/32 -o eth0 -p udp"* && $(iptables -S DOCKER-USER | sed -n 3p) == *"-d 192.0.2.0/24"*DROP ]]

# %% host
docker exec alpha ping -c 1 -W 1 192.0.2.11
# claim firewall-out-host: A rule in the chain DOCKER-USER for the addresses of the LAN does not stop containers from reaching the host at its own address there.
[[ $out == *"from 192.0.2.11: "* && $(docker exec alpha ping -c 1 -W 1 192.0.2.50) == *" 100% packet loss"* ]]

# %% host-input
iptables -I INPUT -i docker0 -d 192.0.2.11 -j DROP
# fails
docker exec alpha ping -c 1 -W 1 192.0.2.11
# claim firewall-out-host-input: A rule in the chain INPUT stops a container from reaching the host at its address on the LAN.
[[ $out == *" 100% packet loss"* && $(iptables -D INPUT 1; docker exec alpha ping -c 1 -W 1 192.0.2.11) == *"from 192.0.2.11: "* ]]
