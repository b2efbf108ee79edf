# Which network a RUN is in, with BuildKit, from a compose.yaml.
# needs: engine >= 26

docker network create mynet
docker run -d --name db --network mynet -p 127.0.0.1:8080:80 --hostname tower busybox httpd -f -h /etc
until curl -sfo /dev/null http://127.0.0.1:8080/hostname; do sleep 0.05; done
mkdir shop && cd shop || exit
cat >Dockerfile <<'END'
FROM busybox
RUN (ls /sys/class/net; ip route; grep nameserver /etc/resolv.conf) >/seen
END
cat >compose.yaml <<'END'
services:
  web:
    image: seen
    build: .
    network_mode: host
    command: ls /sys/class/net
END

# %% file
cat compose.yaml Dockerfile

# %% default
docker compose build -q
docker run --rm seen cat /seen
# claim build-buildkit-bridge: A RUN of BuildKit is on the default bridge network if you give no other.
[[ $out == $'eth0\nlo\ndefault via 172.17.0.1 dev eth0 \n'* ]]
# claim build-buildkit-dns: A RUN of BuildKit asks the DNS server that a container on the default bridge asks.
[[ $(grep ^nameserver <<<"$out") == $(docker run --rm busybox grep ^nameserver /etc/resolv.conf) && $out == *"nameserver 192.0.2.1" ]]

# %% mode
docker compose --progress quiet run --rm -T web
# claim build-compose-mode-is-for-run: In a compose.yaml, network_mode is for the service's container; it does not change the network of the build.
[[ $out == *docker0* && $(docker run --rm seen cat /seen) == $'eth0\nlo\n'* ]]

# %% host
cat >compose.yaml <<'END'
services:
  web:
    image: seen
    build:
      context: .
      network: host
END
docker compose build -q 2>/dev/null
docker run --rm seen head -n 3 /seen
# claim build-compose-network-host: With network: host below build, a RUN of BuildKit sees the interfaces of the host.
[[ $out == *docker0* ]]

# %% none
sed -i 's/network: host/network: none/' compose.yaml && tail -n 1 compose.yaml
docker compose build -q 2>/dev/null
docker run --rm seen head -n 3 /seen
# claim build-compose-network-none: With network: none below build, a RUN of BuildKit has the loopback interface and no other; what it saw on another network before is not taken from the cache.
[[ $out == $'lo\n'* && $out != *default* ]]

# %% _mynet
sed -i 's/network: none/network: mynet/' compose.yaml

# %% named
cat compose.yaml
# fails
docker compose build -q
# claim build-buildkit-refuses-name: BuildKit refuses to build on a user-defined network.
[[ $out == *'"mynet"'*buildkit* ]]

# %% classic
printf '%s\n' 'FROM busybox' 'RUN wget -qO /seen http://db/hostname' >Dockerfile
DOCKER_BUILDKIT=0 docker compose build -q >/dev/null 2>&1
docker run --rm seen cat /seen
# claim build-compose-classic: With DOCKER_BUILDKIT=0 Compose uses the classic builder, and the network below build may be a user-defined one.
[[ $out == tower ]]

# %% _host
sed -i 's/network: mynet/network: host/' compose.yaml

# %% published
docker port db
tail -n 3 compose.yaml
printf '%s\n' 'FROM busybox' 'RUN wget -qO /seen http://localhost:8080/hostname' >Dockerfile
docker compose build -q 2>/dev/null
docker run --rm seen cat /seen
# claim build-buildkit-published: On the host's network, a RUN of BuildKit reaches a port that a container publishes on 127.0.0.1 of the host.
[[ $out == tower ]]
