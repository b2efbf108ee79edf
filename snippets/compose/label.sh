# A network that somebody made by hand, under the name that Compose wants.
# needs: engine >= 26

mkdir shop
cd shop || exit
cat >compose.yaml <<'END'
services:
  web:
    image: busybox
    command: httpd -f -h /etc
END

# %% up
docker network create shop_default
# fails
docker compose up -d
# claim compose-label [engine >= 26]: If a network of the name that a project wants was made by hand, docker compose up refuses to use it and starts nothing.
[[ $out == *"shop_default"*"incorrect label"* && -z $(docker ps -q) ]]

# %% fix
docker network rm shop_default
docker compose up -d
# claim compose-label-fixed [engine >= 26]: When a network that was made by hand under the name that a project wants is removed, docker compose up makes the project's own network, and starts the container on it.
[[ $(docker inspect -f '{{.State.Running}} {{range $name, $_ := .NetworkSettings.Networks}}{{$name}}{{end}}' shop-web-1) == "true shop_default" && $(docker network inspect -f '{{index .Labels "com.docker.compose.project"}}' shop_default) == shop ]]
