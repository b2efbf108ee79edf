# Two services in a compose.yaml that says nothing of networks.
# nodes: docker1 client
# needs: engine >= 26

mkdir shop && cd shop || exit
cat >compose.yaml <<'END'
services:
  web:
    image: busybox
    command: httpd -f -h /etc
    init: true
    depends_on: [db]
    ports: ["127.0.0.1:8080:80"]
  db:
    image: busybox
    command: httpd -f -h /etc
    init: true
END

# %% file
pwd
cat compose.yaml

# %% up [picture]
docker compose up -d
docker network ls
# claim compose-own-network: For a file that says nothing of networks, Compose makes one bridge network, named after the project, which is named after the directory.
[[ $(docker network inspect -f '{{.Driver}}' shop_default) == bridge && $(docker network ls -q | wc -l) == 4 && $PWD == */shop ]]

# %% containers
docker ps --format 'table {{.Names}}\t{{.Networks}}\t{{.Ports}}'
# claim compose-one-network: Compose puts the services of a file that says nothing about networks on the project's network, and on no other.
[[ $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}' shop-web-1 shop-db-1) == $'<shop_default>\n<shop_default>' ]]

# %% names
docker compose exec -T web nslookup -type=a db
# claim compose-service-names: With Compose a service's name resolves to the address of its container.
[[ $out == *"Name:"*"db"*"Address: $(docker inspect -f '{{.NetworkSettings.Networks.shop_default.IPAddress}}' shop-db-1)"* ]]
docker inspect -f '{{json .NetworkSettings.Networks.shop_default.Aliases}}' shop-db-1
# claim compose-aliases: Compose gives the container the service's name as an alias on the network.
[[ $out == *'"db"'* && $out == *'"shop-db-1"'* ]]

# %% _listening
until nc -z 127.0.0.1 8080; do sleep 0.1; done
until docker compose exec -T web wget -qO /dev/null http://db/hostname; do sleep 0.1; done

# %% inside-port
docker compose exec -T web wget -qO- http://db/hostname
# claim compose-no-ports-inside: Between the services of a project no port need be published.
[[ $out == $(docker inspect -f '{{.Config.Hostname}}' shop-db-1) && -z $(docker port shop-db-1) ]]

# %% loopback-port
curl -s http://127.0.0.1:8080/hostname
# on: client
# fails
nc -v -w 1 192.0.2.11 8080
# claim compose-loopback-port: A port that a compose.yaml publishes on 127.0.0.1 is open for the host and shut for the LAN.
[[ $out == *refused* ]] && ping -c 1 192.0.2.11

# %% labels
# on: docker1
docker network ls --filter label=com.docker.compose.project=shop
docker ps --filter label=com.docker.compose.service=db
# claim compose-labels: Compose marks networks and containers with labels that tell the project and the service.
[[ $(docker ps -q --filter label=com.docker.compose.service=db --filter label=com.docker.compose.project=shop | wc -l) == 1 && $(docker network ls --filter label=com.docker.compose.project=shop --format '{{.Name}}') == shop_default ]]

# %% scale
docker compose --progress quiet up -d --scale db=2
docker compose exec -T web nslookup -type=a db | grep Address | tail -n 2 | sort
# claim compose-scale: If a service has two containers, its name resolves to two addresses.
[[ $(sort -u <<<"$out" | wc -l) == 2 && $(docker ps -q --filter label=com.docker.compose.service=db | wc -l) == 2 ]]

# %% down
docker compose --progress quiet down
docker network ls
# claim compose-down: The command docker compose down removes the project's containers and its network.
[[ $(docker network ls -q | wc -l) == 3 && -z $(docker ps -aq) ]]
