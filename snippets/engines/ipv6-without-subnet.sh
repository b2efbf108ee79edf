# An IPv6 network for which no subnet is given.

# %% create
# may fail
docker network create --ipv6 mynet
# claim eng-ipv6-needs-subnet [engine <= 26]: Engines 20.10 and 26.1 have no IPv6 subnets of their own to give to a network.
[[ $status != 0 && $out == *"could not find an available, non-overlapping IPv6 address pool"* && -z $(docker network ls -qf name=mynet) ]]
docker network ls --filter driver=bridge --format '{{.Name}} IPv6: {{.IPv6}}'
# claim eng-ipv6-own-subnet [engine >= 28]: Engine 28.5 gives a /64 subnet from the private range fd00::/8 to an IPv6 network for which none is asked.
[[ $(docker network inspect -f '{{range .IPAM.Config}}<{{.Subnet}}>{{end}}' mynet) == *"<fd"*":/64>"* ]]
