# A bridge network and an overlay network with one subnet.

# %% bridge
docker network create --subnet 198.51.100.0/24 mynet
# fails
docker network create --subnet 198.51.100.0/24 other
# claim addresses-bridge-twice: A bridge network whose subnet another bridge network of the engine has is refused.
[[ $out == *"overlaps"* && -z $(docker network ls -qf name=other) ]]

# %% overlay
docker swarm init --advertise-addr 192.0.2.11 >/dev/null
docker network create --driver overlay --attachable --subnet 198.51.100.0/24 wide
docker network inspect -f '{{.Driver}} {{range .IPAM.Config}}{{.Subnet}}{{end}}' mynet wide
# claim addresses-overlay-overlaps: An overlay network can be made with a subnet that a bridge network of the same engine has.
[[ $out == $'bridge 198.51.100.0/24\noverlay 198.51.100.0/24' ]]
