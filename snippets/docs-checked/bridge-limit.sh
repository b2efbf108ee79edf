# How many ports a bridge has. Virtual cables without containers fill them.

# %% fill
docker network create big
bridge=br-$(docker network inspect -f '{{slice .Id 0 12}}' big)
for n in $(seq 520); do printf 'link add a%s type veth peer name b%s\nlink set a%s master %s\nlink set b%s master %s\n' "$n" "$n" "$n" "$bridge" "$n" "$bridge"; done >/tmp/cables
# fails
ip -force -batch /tmp/cables 2>/tmp/refused
ip -br link show master "$bridge" | wc -l
# claim doc-bridge-1023: A Linux bridge takes 1023 ports, and no more.
[[ $out == 1023 && $(grep -c "exchange full\|Exchange full" /tmp/refused) == 17 ]]

# %% container
# fails
docker run -dit --name late --network big busybox
# claim doc-bridge-full: A container is refused on a bridge network whose bridge has no free port.
[[ $out == *"exchange full"* && $(docker ps -q | wc -l) == 0 ]]
