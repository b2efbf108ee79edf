# Which network a RUN is in, with the classic builder.

docker network create mynet
docker run -dit --name db --network mynet busybox
mkdir image && cd image || exit
cat >Dockerfile <<'END'
FROM busybox
RUN (ls /sys/class/net; ip route; grep nameserver /etc/resolv.conf) >/seen
END

# %% default
cat Dockerfile
docker build -q -t seen .
docker run --rm seen cat /seen
# claim build-default-bridge: A RUN of the classic builder is on the default bridge network if you give no other.
[[ $out == $'eth0\nlo\ndefault via 172.17.0.1 dev eth0 \n'* ]]
# claim build-default-dns: A RUN of the classic builder asks the DNS server that a container on the default bridge asks.
[[ $(grep ^nameserver <<<"$out") == $(docker run --rm busybox grep ^nameserver /etc/resolv.conf) && $out == *"nameserver 192.0.2.1" ]]

# %% name
printf '%s\n' 'FROM busybox' 'RUN ping -c 1 db >/seen' >Dockerfile
docker run --rm --network mynet busybox ping -c 1 db
# fails
docker build -q -t seen .
# claim build-name-unknown: In a build to which no network was given, the name of a container on a user-defined network does not resolve, though it resolves on that network.
[[ $out == *"bad address 'db'"* && $(docker run --rm --network mynet busybox ping -c 1 db) == *"from 172.18.0.2: "* ]]

# %% given
docker build -q --network mynet -t seen . 2>/dev/null
docker run --rm seen head -n 1 /seen
# claim build-network-name: With --network and a name, a RUN of the classic builder is on that user-defined network, and knows the containers there by name.
[[ $out == "PING db (172.18.0.2)"* ]]

# %% host
printf '%s\n' 'FROM busybox' 'RUN ls /sys/class/net >/seen' >Dockerfile
docker build -q --network host -t seen . 2>/dev/null
docker run --rm seen cat /seen
# claim build-network-host: With --network host, a RUN of the classic builder sees the interfaces of the host.
[[ $out == *docker0* && $(grep -v veth <<<"$out") == "$(cd /sys/class/net && printf '%s\n' [!v]*)" ]]

# %% cached
docker build -q --network none -t seen . 2>/dev/null
docker run --rm seen cat /seen
# claim build-cache-keeps-network: If only --network changes, the classic builder takes the result of a RUN from its cache, as it was on the other network.
[[ $out == *docker0* ]]
docker build -q --network none --no-cache -t seen . 2>/dev/null
docker run --rm seen cat /seen
# claim build-network-none: With --network none, a RUN of the classic builder has the loopback interface and no other.
[[ $out == lo ]]
