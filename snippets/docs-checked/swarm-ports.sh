# The ports on which the engines of a swarm listen.
# nodes: docker1 docker2

docker swarm init --advertise-addr 192.0.2.11
docker --context docker2 swarm join --token "$(docker swarm join-token -q worker)" 192.0.2.11:2377

# %% _listening
for _ in $(seq 50); do [[ -n $(ss -Hlnu sport = :4789) ]] && break; sleep 0.1; done

# %% manager
ss -Hlnt | sort
ss -Hlnu | sort
# claim doc-manager-ports: A manager of a swarm listens on 2377/tcp, 7946/tcp, 7946/udp and 4789/udp.
[[ $(ss -Hlntu | awk '{sub(".*:", "", $5); print $5 "/" $1}' | sort -n | xargs) == "2377/tcp 4789/udp 7946/tcp 7946/udp" ]]

# %% worker
# on: docker2
ss -Hlnt
# claim doc-worker-ports: A worker of a swarm does not listen on 2377/tcp.
[[ -z $(ss -Hlnt sport = :2377) && -n $(ss -Hlnt sport = :7946) && $(docker info -f '{{.Swarm.ControlAvailable}}') == false ]]

# %% _new-swarm
# on: docker1
docker swarm leave --force

# %% data-path-addr
# on: docker1
# fails
docker swarm init --advertise-addr 192.0.2.11 --data-path-addr 192.0.2.11:7777
# claim doc-data-path-addr: The option --data-path-addr takes an address without a port.
[[ $out == *"without a port number"* && $(docker info -f '{{.Swarm.LocalNodeState}}') == inactive ]]

# %% data-path-port
docker swarm init --advertise-addr 192.0.2.11 --data-path-port 7777

# %% _listening-again
for _ in $(seq 50); do [[ -n $(ss -Hlnu sport = :7777) ]] && break; sleep 0.1; done

# %% data-port
ss -Hlnu | sort
# claim doc-data-path-port: The option --data-path-port changes the port for the traffic of overlay networks.
[[ -n $(ss -Hlnu sport = :7777) && -z $(ss -Hlnu sport = :4789) ]]
