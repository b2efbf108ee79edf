# A compose.yaml with networks of its own, and one that was there before.
# needs: engine >= 26

mkdir shop other
cat >other/compose.yaml <<'END'
services:
  visitor:
    image: busybox
    command: sleep 1000
    init: true
    networks: [front, shared]

networks:
  front:
  shared:
    external: true
END
cd shop || exit
cat >compose.yaml <<'END'
services:
  guest:
    image: busybox
    command: sleep 1000
    init: true
    networks: [front, shared]
  web:
    image: busybox
    command: httpd -f -h /etc
    init: true
    depends_on: [guest]
    networks: [front, back]
  db:
    image: busybox
    command: httpd -f -h /etc
    init: true
    networks:
      back: {aliases: [database], ipv4_address: 198.51.100.7}
  loner: {image: busybox, command: sleep 1000, init: true, network_mode: none}

networks:
  front:
  back:
    internal: true
    ipam:
      config: [{subnet: 198.51.100.0/24}]
  shared:
    external: true
END

# %% file
cat compose.yaml

# %% missing
# fails
docker compose --progress quiet up -d
# claim compose-external-missing: Compose does not make a network that the file calls external; without it nothing is started.
[[ $out == *"shared"* && -z $(docker ps -q) && -z $(docker network ls -qf name=shared) ]]

# %% up [picture]
docker network create --subnet 172.30.0.0/16 shared
docker compose --progress quiet up -d
docker compose ps -q | xargs docker inspect -f '{{.Name}}:{{range $name, $_ := .NetworkSettings.Networks}} {{$name}}{{end}}' | sort
# claim compose-networks: Compose makes the networks of the file, each named after the project and the network, and leaves the name of an external one as it is.
[[ $(docker network ls --filter type=custom --format '{{.Name}}' | sort | xargs) == "shared shop_back shop_front" ]]

# %% who
docker compose exec -T web nslookup -type=a database
# claim compose-alias-address: An alias and an address from the file hold on the network for which they are given.
[[ $out == *"Name:"*"database"*"Address: 198.51.100.7"* ]]
# fails
docker compose exec -T guest nslookup -type=a db
# claim compose-apart: Two services that share no network do not find each other, though they are in one project.
[[ $out == *"can't find db"* ]] && docker compose exec -T web nslookup -type=a guest
docker compose exec -T loner ls /sys/class/net
# claim compose-mode-none: A service with network_mode none is on none of the project's networks.
[[ $out == lo ]]
docker compose exec -T db ip route
# claim compose-internal: A network that the file calls internal is an internal network.
[[ $out != *default* && $(docker network inspect -f '{{.Internal}}' shop_back shop_front) == $'true\nfalse' ]]

# %% other
cat ../other/compose.yaml
docker compose -f ../other/compose.yaml --progress quiet up -d
docker inspect -f '{{.Name}}:{{range $name, $_ := .NetworkSettings.Networks}} {{$name}}{{end}}' other-visitor-1
# claim compose-projects-apart: Networks of the same name in two projects are two networks, but an external one is the same for both.
[[ $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}' other-visitor-1) == "<other_front><shared>" && $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}' shop-guest-1) == "<shared><shop_front>" ]]
docker compose exec -T guest ping -c 1 visitor
# claim compose-projects-talk: Services of two projects that are on the same external network find each other by name.
[[ $out == *"($(docker inspect -f '{{.NetworkSettings.Networks.shared.IPAddress}}' other-visitor-1))"*" 0% packet loss"* ]]

# %% down
docker compose -f ../other/compose.yaml --progress quiet down
docker compose --progress quiet down
docker network ls
# claim compose-external-stays: The command docker compose down leaves an external network alone.
[[ $(docker network ls --filter type=custom --format '{{.Name}}') == shared && -z $(docker ps -aq) ]]
