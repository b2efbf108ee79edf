# Fewer and smaller subnets for an engine, until there are none left.

restart_engine() { # the same dockerd once more; with systemd it is: systemctl restart docker
    local command
    mapfile -d '' -t command <"/proc/$(pidof dockerd)/cmdline"
    kill "$(pidof dockerd)" && while pidof dockerd; do sleep 0.1; done >/dev/null
    "${command[@]}" >/run/dockerd.log 2>&1 &
    until docker version >/dev/null 2>&1; do sleep 0.1; done
}

# %% settings
docker network create before
mkdir -p /etc/docker
echo '{"default-address-pools": [{"base": "10.99.0.0/22", "size": 24}]}' >/etc/docker/daemon.json
restart_engine

# %% subnets
docker network create first
docker network inspect -f '{{.Name}} {{(index .IPAM.Config 0).Subnet}}' before bridge first
# claim addresses-pools: With default-address-pools, the default bridge and new networks get their subnets from the pools in daemon.json.
[[ $out == *$'bridge 10.99.0.0/24\nfirst 10.99.1.0/24' ]]
# claim addresses-pools-before: A network that was made before keeps the subnet that it had.
[[ $out == "before 172.18.0.0/16"* ]]

# %% used-up
docker network create second
docker network create third
# fails
docker network create fourth
# claim addresses-used-up: When every subnet of the pools is in use, another network is refused.
[[ -z $(docker network ls -qf name=fourth) && $(docker network inspect -f '{{(index .IPAM.Config 0).Subnet}}' second third) == $'10.99.2.0/24\n10.99.3.0/24' ]]
# claim addresses-used-up-words [engine <= 26]: When every subnet of the pools is in use, engines 20.10 and 26.1 say that they find no available, non-overlapping IPv4 address pool.
[[ $out == *"could not find an available, non-overlapping IPv4 address pool among the defaults"* ]]
# claim addresses-used-up-words-now [engine >= 28]: When every subnet of the pools is in use, engine 28.5 says that all predefined address pools are fully subnetted.
[[ $out == *"all predefined address pools have been fully subnetted"* ]]

# %% make-room
docker run -dit --name alpha --network third busybox
docker network prune --force | sort
docker network create fourth
# claim addresses-prune: Removing networks that no container uses makes room for new ones.
[[ $(docker network ls --filter type=custom --format '{{.Name}}' | sort | xargs) == "fourth third" ]]

# %% explicit
docker network create --subnet 10.99.128.0/24 fifth
docker network inspect -f '{{(index .IPAM.Config 0).Subnet}}' fifth
# claim addresses-outside-pools: A subnet that is given with --subnet need not be from the pools.
[[ $out == 10.99.128.0/24 && $(cat /etc/docker/daemon.json) == *10.99.0.0/22* ]]

# %% own-lan
getent hosts example.com
docker network create --subnet 192.0.2.0/24 lan
ip route show 192.0.2.0/24
# fails
getent hosts example.com
# claim addresses-lan: Docker accepts the subnet of the host's own LAN, takes the router's address for the host, and a host that asks the router for names gets no answer any more.
[[ -z $out && $(ip -4 -br addr) == *" 192.0.2.1/24"* && $(cat /etc/resolv.conf) == "nameserver 192.0.2.1" ]]

# %% lan-again
docker network rm lan
getent hosts example.com
# claim addresses-lan-again: When a network with the subnet of the host's own LAN is removed, names resolve on the host again.
[[ $out == *example.com ]]
