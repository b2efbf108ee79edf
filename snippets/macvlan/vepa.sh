# The mode vepa: two containers on one network card that talk by way of the switch.
# needs: kernel macvlan

# %% switch
ip netns add switch
ip link add card type veth peer name port netns switch
ip link set card up
ip -n switch link add lan type bridge
ip -n switch link set port master lan up
ip -n switch link set lan up
ip -n switch addr add 198.51.100.1/24 dev lan

# %% start
docker network create --driver macvlan --opt parent=card --opt macvlan_mode=vepa \
    --subnet 198.51.100.0/24 --gateway 198.51.100.1 vepa
docker run -dit --name alpha --network vepa busybox
docker run -dit --name beta --network vepa busybox
# fails
docker exec alpha ping -c 1 -W 1 beta
# claim macvlan-mode-vepa: In macvlan's mode vepa two containers on one network do not reach each other through an ordinary switch.
[[ $out == *" 100% packet loss"* ]]
docker exec alpha ping -c 1 198.51.100.1
# claim macvlan-mode-vepa-lan: In macvlan's mode vepa a container reaches another machine on the LAN.
[[ $out == *"from 198.51.100.1: "* ]]

# %% hairpin
bridge -n switch link set dev port hairpin on
docker exec alpha ping -c 1 beta
# claim macvlan-mode-vepa-hairpin: In macvlan's mode vepa two containers on one network reach each other if the switch sends frames back through the port they came from.
[[ $out == *"from $(docker inspect -f '{{.NetworkSettings.Networks.vepa.IPAddress}}' beta): "* ]]
