# The host of an internal network, which the network reaches.

docker network create --internal --opt com.docker.network.bridge.name=br-inner inner
docker run -dit --name alpha --network inner busybox
docker run -dit --name beta --network inner --hostname beta busybox httpd -f -h /etc
docker run -dit --name service --network host busybox httpd -f -p 9000 -h /etc

# %% _listening
until nc -z -w 1 127.0.0.1 9000 && nc -z -w 1 172.18.0.3 80; do sleep 0.1; done

# %% address
ip -4 -br addr show br-inner
docker exec alpha wget -qO- http://172.18.0.1:9000/hostname
# claim internal-reaches-host-port: From an internal network, a server on the host is in reach at the host's address on that network.
[[ $out == docker1 && $(docker network inspect -f '{{.Internal}}' inner) == true && $(docker inspect -f '{{.HostConfig.NetworkMode}}' service) == host ]]

# %% from-host
curl -s http://172.18.0.3/hostname
# claim internal-host-reaches-in: The host reaches a container on an internal network at the container's address.
[[ $out == *beta && $(docker inspect -f '{{.NetworkSettings.Networks.inner.IPAddress}}' beta) == 172.18.0.3 ]]

# %% shut-host
iptables -I INPUT -i br-inner -m conntrack --ctstate NEW -j DROP
# fails
docker exec -t alpha wget -T 2 -qO- http://172.18.0.1:9000/hostname
# claim internal-host-can-be-shut: A rule for the network's bridge in the chain INPUT keeps containers on an internal network from the host.
[[ $out != *docker1* ]] && curl -s http://127.0.0.1:9000/hostname
docker exec alpha wget -qO- http://beta/hostname
# claim internal-host-shut-names-stay: With a rule in the chain INPUT that keeps them from the host, containers on an internal network still reach each other by name.
[[ $out == beta ]]
