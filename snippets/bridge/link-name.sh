# A name for the Linux bridge of a network that is in use already, or too long.

# %% there
ip link add br-shop type bridge
docker network create --subnet 198.51.100.0/24 --opt com.docker.network.bridge.name=br-shop shop
ip -4 -br addr show br-shop
# claim bridge-adopts: If the host has a Linux bridge of the name that the option com.docker.network.bridge.name gives, Docker uses it, and puts the gateway's address on it.
[[ $out == *" 198.51.100.1/24"* && -n $(docker network ls -qf name=shop) ]]

# %% twice
# fails
docker network create --opt com.docker.network.bridge.name=br-shop second
# claim bridge-name-once: Two networks cannot have one Linux bridge: the second is refused.
[[ $out == *"same bridge name"* && -z $(docker network ls -qf name=second) ]]

# %% remove
docker network rm shop
ip -br link show br-shop
# claim bridge-adopted-stays: A Linux bridge that was there before the network stays when the network is removed.
[[ -d /sys/class/net/br-shop/bridge && -z $(docker network ls -qf name=shop) ]]

# %% long
# fails
docker network create --opt com.docker.network.bridge.name=br-fifteen-and-1 shop
docker network create --opt com.docker.network.bridge.name=br-fifteen-char shop
# claim bridge-name-length: The name of a network's Linux bridge may have fifteen characters, and with sixteen the network is refused.
[[ -d /sys/class/net/br-fifteen-char && $(docker network ls --filter driver=bridge --format '{{.Name}}' | sort | xargs) == "bridge shop" ]] && ! docker network create --opt com.docker.network.bridge.name=br-fifteen-and-1 other
