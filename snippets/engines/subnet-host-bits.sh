# A subnet written with an address that is not its first.

# %% create
# may fail
docker network create --subnet 172.16.50.0/22 mynet
# claim eng-host-bits-taken [engine <= 20]: Engine 20.10 takes a subnet whose address has bits set behind the prefix.
[[ $status == 0 && $(docker network inspect -f '{{(index .IPAM.Config 0).Subnet}}' mynet) == 172.16.50.0/22 ]]
# claim eng-host-bits-refused [engine >= 26]: Engines 26.1 and 28.5 refuse a subnet whose address has bits set behind the prefix, and say what it should be.
[[ $status != 0 && $out == *"invalid subnet 172.16.50.0/22: it should be 172.16.48.0/22" ]]

# %% routes
ip route show proto kernel
# claim eng-host-bits-cut [engine <= 20]: On engine 20.10 a network with the subnet 172.16.50.0/22 really covers 172.16.48.0/22.
[[ $out == *"172.16.48.0/22 dev br-"* ]]
