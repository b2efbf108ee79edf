# A network without IPv4.

# %% create
# may fail
docker network create --ipv4=false --ipv6 --subnet 2001:db8:abc::/64 mynet
# claim eng-ipv4-no-switch [engine <= 26]: The docker commands of engines 20.10 and 26.1 have no switch to turn IPv4 off.
[[ $status != 0 && $out == "unknown flag: --ipv4"* ]]
# claim eng-ipv4-off [engine >= 28]: Engine 28.5 makes networks without IPv4.
[[ $(docker network inspect -f '{{.EnableIPv4}} {{.EnableIPv6}} {{len .IPAM.Config}}' mynet) == "false true 1" ]]
