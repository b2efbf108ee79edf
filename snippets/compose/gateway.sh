# A service on two networks, with a priority for the default gateway.
# needs: engine >= 28

mkdir shop
cd shop || exit

# %% file
cat >compose.yaml <<'END'
services:
  web:
    image: busybox
    command: sleep infinity
    networks:
      back:
      front:
        gw_priority: 1
  plain:
    image: busybox
    command: sleep infinity
    networks:
      back:
      front:
networks:
  back:
    ipam: {config: [{subnet: 198.51.100.0/25}]}
  front:
    ipam: {config: [{subnet: 198.51.100.128/25}]}
END

# %% up
docker compose up -d
docker compose exec plain ip route show default
docker compose exec web ip route show default
# claim compose-gateway [engine >= 28]: With gw_priority in the compose.yaml, on engine 28.5, the default route of a container on two networks is on the network with the higher priority, where it would be on the other one without.
[[ $out == "default via 198.51.100.129 "* && $(docker compose exec -T plain ip route show default) == "default via 198.51.100.1 "* ]]
