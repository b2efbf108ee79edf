# The engine with nftables: its tables, the chain DOCKER-USER, and a host that does not forward.
# needs: engine >= 29

restart_engine() { # the same dockerd once more; with systemd it is: systemctl restart docker
    local command
    mapfile -d '' -t command <"/proc/$(pidof dockerd)/cmdline"
    kill "$(pidof dockerd)" && while pidof dockerd; do sleep 0.1; done >/dev/null
    "${command[@]}" >/run/dockerd.log 2>&1 &
    timeout 30 sh -c "until docker version; do sleep 0.1; done" >/dev/null 2>&1 || tail /run/dockerd.log
}

# What an earlier start with iptables left.
iptables -F && iptables -X && iptables -t nat -F && iptables -t nat -X

# %% backend
echo '{ "firewall-backend": "nftables" }' >/etc/docker/daemon.json
restart_engine
docker info -f '{{json .FirewallBackend}}'
# claim e29-nftables-told [engine >= 29]: On engine 29, docker info tells that the backend is nftables.
[[ $out == *nftables* ]]

# %% tables
nft list tables
# claim e29-nftables-tables [engine >= 29]: With the backend nftables, engine 29 has tables of its own for bridge networks, ip docker-bridges and ip6 docker-bridges.
[[ $out == *"table ip docker-bridges"* && $out == *"table ip6 docker-bridges"* ]]

# %% docker-user
# fails
iptables -S DOCKER-USER
# claim e29-nftables-no-docker-user [engine >= 29]: With the backend nftables, engine 29 creates no chain DOCKER-USER.
[[ $status != 0 && $out == *DOCKER-USER* && $(nft list tables) == *docker-bridges* ]]

# %% forwarding
sysctl -w net.ipv4.ip_forward=0
# fails
docker network create mynet
# claim e29-nftables-forwarding [engine >= 29]: With the backend nftables, engine 29 creates no bridge network while the host does not forward.
[[ $status != 0 && -n $out && $(docker network ls --format '{{.Name}}') == $'bridge\nhost\nnone' && $(sysctl -n net.ipv4.ip_forward) == 0 ]]
