# Containers that ask for a published port at the host's address, while there is no userland proxy.

mkdir -p /etc/docker
echo '{"userland-proxy": false}' >/etc/docker/daemon.json
arguments=$(tr '\0' ' ' <"/proc/$(cat /run/docker.pid)/cmdline" | cut -d ' ' -f 2-)
kill "$(cat /run/docker.pid)"
while pidof dockerd >/dev/null; do sleep 0.05; done
dockerd $arguments >/tmp/dockerd.log 2>&1 &
until docker version >/dev/null 2>&1; do sleep 0.05; done
docker network create mynet
docker network create other

# %% start
docker run -d --name web --hostname web --network mynet -p 8080:80 busybox httpd -f -h /etc
docker run -dit --name beta --network mynet busybox
docker run -dit --name gamma --network other busybox

# %% _listening
until docker exec web netstat -ltn | grep -q ':80 '; do sleep 0.05; done

# %% ask
# may fail
docker exec web timeout 3 wget -qO- http://192.0.2.11:8080/hostname
# claim publish-hairpin-itself: Without docker-proxy, a container reaches itself at the port that it publishes on the host.
[[ $out == web ]]
# may fail
docker exec beta timeout 3 wget -qO- http://192.0.2.11:8080/hostname
# claim publish-hairpin-neighbour: Without docker-proxy, a container reaches its neighbour at the port that this publishes on the host.
[[ $out == web ]]
# may fail
docker exec gamma timeout 3 wget -qO- http://192.0.2.11:8080/hostname
# claim publish-hairpin-other: Without docker-proxy, a container does not reach one on another bridge network at the port that this publishes on the host, while its neighbours there do.
[[ -z $out && $status != 0 && $(docker exec beta wget -qO- http://192.0.2.11:8080/hostname) == web ]]
