# An IPv6 network for which no subnet is given.

# %% create
# may fail
docker network create --ipv6 mynet
# claim eng-ipv6-needs-subnet [engine <= 26]: Engines 20.10 and 26.1 refuse to make an IPv6 network for which no subnet is given.
[[ $status != 0 && $out == *"could not find an available, non-overlapping IPv6 address pool"* && -z $(docker network ls -qf name=mynet) ]]
# may fail
docker network inspect -f '{{json .IPAM.Config}}' mynet
# claim eng-ipv6-own-subnet [engine >= 28]: Engine 28.5 chooses a subnet for an IPv6 network for which none is given: a /64 from the private range fd00::/8.
[[ $(docker network inspect -f '{{range .IPAM.Config}}<{{.Subnet}}>{{end}}' mynet) == *"<fd"*"/64>"* ]]
