# A published port that the host reaches and the LAN does not.
# nodes: docker1 client

docker run -dit --name web --hostname web -p 8080:80 busybox httpd -f -h /etc
until nc -z -w 1 172.17.0.2 80; do sleep 0.1; done
iptables -I DOCKER-USER -i eth0 -p tcp -j DROP

# %% host
curl -s http://127.0.0.1:8080/hostname
docker ps --format 'table {{.Names}}\t{{.Ports}}'

# %% client
# on: client
ping -c 1 192.0.2.11
# fails
nc -v -w 1 192.0.2.11 8080
# claim trouble-lan-silent: A rule in DOCKER-USER that drops TCP closes a published port to the LAN without an answer, while the host itself still reaches it, and ping is answered.
[[ $out == *"timed out"* ]] && ping -c 1 192.0.2.11

# %% rules
# on: docker1
curl -s http://127.0.0.1:8080/hostname
iptables -vS DOCKER-USER
# claim trouble-lan-counter: A rule in DOCKER-USER that drops TCP from the LAN counts another computer's packets to a published port, and not those of the host itself.
[[ $out =~ "-i eth0 -p tcp -c "[1-9][0-9]*" "[0-9]+" -j DROP" && $(curl -s http://127.0.0.1:8080/hostname; iptables -vS DOCKER-USER) == *"${BASH_REMATCH[0]}"* ]]

# %% open
iptables -D DOCKER-USER -i eth0 -p tcp -j DROP
# on: client
curl -s http://192.0.2.11:8080/hostname
# claim trouble-lan-open: Without a rule that drops what comes from the LAN, another computer there reaches the published port.
[[ $out == web ]]

# %% container-address
# fails
nc -v -w 1 172.17.0.2 80
curl -s http://192.0.2.11:8080/hostname
# claim trouble-lan-container-address: The container's own address is not reached from the LAN, and its port published at the host's address is.
[[ $out == web ]] && ! nc -w 1 172.17.0.2 80
