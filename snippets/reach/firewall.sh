# A firewall on the host that lets nothing in, and a container that wants a service of the host.

mkdir -p /srv/www
echo "Hello from the host." >/srv/www/index.html
busybox httpd -p 9000 -h /srv/www

# %% rules
iptables -A INPUT -i lo -j ACCEPT
iptables -A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
iptables -A INPUT -p icmp -j ACCEPT
iptables -P INPUT DROP

# %% start
docker network create mynet
docker run -dit --name alpha --network mynet busybox

# %% ping
docker exec alpha ping -c 1 172.18.0.1
# claim reach-firewall-ping: A firewall on the host that accepts ping and drops the rest still answers a container's ping.
[[ $out == *"from 172.18.0.1: "* && $(iptables -S INPUT | head -n 1) == "-P INPUT DROP" ]]

# %% tcp
docker exec alpha timeout 1 wget -qO- http://172.18.0.1:9000 || echo "no answer"
iptables -vS INPUT | head -n 1
# claim reach-firewall-drops: A firewall on the host that drops what comes in drops a container's connections to the host.
[[ $out == "-P INPUT DROP -c "[1-9]* && $(curl -s http://127.0.0.1:9000) == "Hello from the host." ]]

# %% outside-is-open
docker exec alpha ping -c 1 192.0.2.1
# claim reach-firewall-not-outside: Rules of the chain INPUT do not keep a container from what is beyond its host.
[[ $out == *"from 192.0.2.1: "* && $(iptables -S INPUT | head -n 1) == "-P INPUT DROP" ]]

# %% accept
iptables -A INPUT -i br-+ -p tcp --dport 9000 -j ACCEPT
docker exec alpha wget -qO- http://172.18.0.1:9000
# claim reach-firewall-rule: A rule in the chain INPUT that accepts what comes in on the bridge's interface lets a container reach the host's service.
[[ $out == "Hello from the host." && $(iptables -vS INPUT) == *"-i br-+ -p tcp -m tcp --dport 9000 -c "[1-9]*" -j ACCEPT" ]]

# %% default-bridge
docker run -dit --name beta busybox
docker exec beta timeout 1 wget -qO- http://172.17.0.1:9000 || echo "no answer"
iptables -A INPUT -i docker0 -p tcp --dport 9000 -j ACCEPT
docker exec beta wget -qO- http://172.17.0.1:9000
# claim reach-firewall-rule-docker0: A rule that lets in what comes from interfaces whose names begin with br- does not do for the default bridge, whose interface is docker0 and needs a rule of its own.
[[ $out == "Hello from the host." && $(iptables -vS INPUT) == *"-i docker0 -p tcp -m tcp --dport 9000 -c "[1-9]*" -j ACCEPT" ]]
