# A compose.yaml in which a service uses another one's network.
# needs: engine >= 26

mkdir shop && cd shop || exit
cat >compose.yaml <<'YAML'
services:
  web:
    image: busybox
    command: httpd -f -h /etc
    init: true
  watch:
    image: busybox
    command: sleep 1000
    init: true
    network_mode: service:web
YAML

# %% file
cat compose.yaml

# %% up
docker compose --progress quiet up -d
docker ps --format 'table {{.Names}}\t{{.Networks}}' | sort

# %% _listening
until docker compose exec -T web netstat -ltn | grep -q ':80 '; do sleep 0.1; done

# %% localhost
docker compose exec -T watch wget -qO- http://localhost/hostname
# claim compose-mode-service: A service with network_mode service:web is in the network namespace of web, and reaches it at localhost.
[[ $out == "$(docker compose exec -T web hostname)" && $(docker compose exec -T watch readlink /proc/self/ns/net) == "$(docker compose exec -T web readlink /proc/self/ns/net)" ]]

# %% alone
docker compose --progress quiet up -d --force-recreate web
docker compose exec -T watch ls /sys/class/net
# claim compose-mode-service-alone: When Compose makes web alone anew, a service that uses its network stays behind, with lo only.
[[ $out == lo && $(docker compose exec -T watch readlink /proc/self/ns/net) != "$(docker compose exec -T web readlink /proc/self/ns/net)" ]]

# %% both
docker compose --progress quiet up -d
docker compose exec -T watch ls /sys/class/net
# claim compose-mode-service-again: After the other service was made anew alone, docker compose up without names makes the service with network_mode: service: anew as well, and the two are together again.
[[ $out == *eth0* && $(docker compose exec -T watch readlink /proc/self/ns/net) == "$(docker compose exec -T web readlink /proc/self/ns/net)" ]]
