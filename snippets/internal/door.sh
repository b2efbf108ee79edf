# A second network: for a server that must be published, and for a gate-keeper.
# nodes: docker1 client server

docker network create --internal inner
docker network create outer
docker run -dit --name alpha --network inner busybox

# %% publish
docker run -dit --name web --hostname web --network inner -p 8080:80 busybox httpd -f -h /etc
docker port web
# claim internal-publish-nothing-yet: A port that is published for a container on an internal network only is not open on the host.
[[ -z $out && -z $(ss -Hltn sport = :8080) && $(docker inspect -f '{{len .HostConfig.PortBindings}}' web) == 1 ]]

# %% connect
docker network connect outer web
docker port web
# claim internal-second-network-publishes: When a container that publishes a port, and is on an internal network only, is connected to a second network that is not internal, its port is opened while it runs.
[[ $out == *"80/tcp -> 0.0.0.0:8080"* && -n $(ss -Hltn sport = :8080) ]]

# %% _listening
until nc -z -w 1 127.0.0.1 8080; do sleep 0.1; done

# %% ask
# on: client
curl -s http://192.0.2.11:8080/hostname
# claim internal-published-on-second: A container on an internal network and another one can be reached from the LAN at a published port.
[[ $out == *web ]]
# on: docker1
docker exec alpha wget -qO- http://web/hostname
# claim internal-both-sides: A container that is on an internal network and another one can still be reached by its neighbours on the internal one.
[[ $out == web ]]

# %% door [picture]
docker run -dit --name door --network outer busybox nc -ll -p 80 -e nc example.com 80
docker network connect inner door

# %% _door-listening
until docker exec door netstat -ltn | grep -q ':80 '; do sleep 0.1; done

# %% through
docker exec alpha wget -qO- http://door
# claim internal-gate-keeper: A container on an internal network reaches a server outside by way of a proxy, a container that is also on another network.
[[ $out == "Hello from example.com. You come from 192.0.2.11." && $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}' alpha door) == $'<inner>\n<inner><outer>' ]]
# fails
docker exec -t alpha wget -T 2 http://203.0.113.10
# claim internal-gate-keeper-only: Without the proxy, a container on an internal network gets no answer from a server outside or from another machine on the LAN, while the proxy does.
[[ $out != *saved* && $(docker exec door ping -c 1 203.0.113.10) == *"from 203.0.113.10: "* && $(docker exec door ping -c 1 192.0.2.50) == *"from 192.0.2.50: "* ]] && ! docker exec alpha ping -c 1 -W 1 203.0.113.10 && ! docker exec alpha ping -c 1 -W 1 192.0.2.50
