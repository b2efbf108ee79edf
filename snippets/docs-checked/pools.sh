# Networks without a subnet of their own choosing, until there are no more subnets.

# %% until-refused
for n in $(seq 30); do docker network create "net$n" >/dev/null || break; done
# fails
docker network create net31
docker network ls -q --filter driver=bridge | wc -l
# claim doc-pool-size: With the engine's own pools there can be 31 bridge networks, the default one included.
[[ $out == 31 && -n $(docker network ls -qf name=net30) && -z $(docker network ls -qf name=net31) ]]

# %% subnets
docker network ls -q --filter driver=bridge | xargs docker network inspect -f '{{range .IPAM.Config}}{{.Subnet}}{{end}}' | sort -V | sed -n '1,2p;15,17p;31p'
# claim doc-pool-ranges: The engine's own pools are fifteen subnets from 172.17.0.0/16 to 172.31.0.0/16 and sixteen subnets /20 of 192.168.0.0/16.
[[ $(docker network ls -q --filter driver=bridge | xargs docker network inspect -f '{{range .IPAM.Config}}{{.Subnet}}{{end}}' | sort -V | xargs) == "$(echo 172.{17..31}.0.0/16 192.168.{0..240..16}.0/20)" ]]
