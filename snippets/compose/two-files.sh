# Two compose files in one directory, which Compose takes for one project.
# needs: engine >= 26

mkdir shop && cd shop || exit
cat >compose.yaml <<'END'
services:
  web: {image: busybox, command: sleep 1000, stop_grace_period: 0s}
END
cat >tools.yaml <<'END'
services:
  admin: {image: busybox, command: sleep 1000, stop_grace_period: 0s}
END

# %% files
tail -n +1 -- *.yaml

# %% same
docker compose --progress quiet up -d
docker compose --progress quiet -f tools.yaml up -d
docker ps --format 'table {{.Names}}\t{{.Networks}}' | sort
# claim compose-two-files-one-network: Two compose files in one directory are one project, and the services of the second are put on the network of the first.
[[ $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}' shop-web-1 shop-admin-1) == $'<shop_default>\n<shop_default>' ]]

# %% orphans
docker compose --progress quiet -f tools.yaml up -d --remove-orphans
docker ps -a --format 'table {{.Names}}\t{{.Networks}}'
# claim compose-orphans: With --remove-orphans Compose removes the containers of the project that are not in the file it was given, those of the other file too.
[[ $(docker ps -a --format '{{.Names}}') == shop-admin-1 ]]

# %% differs
docker compose --progress quiet -f tools.yaml down
docker compose --progress quiet up -d
printf '%s\n' 'networks:' '  default: {internal: true}' >>tools.yaml
# may fail
docker compose --progress quiet -f tools.yaml up -d
docker ps --format 'table {{.Names}}\t{{.Networks}}' | sort
# claim compose-two-files-differ [engine >= 28]: If the second file in a directory wants the network otherwise, Compose 2.40 tries to remove it, and starts nothing because a container of the first is on it.
[[ $(docker ps --format '{{.Names}}') == shop-web-1 && $(docker network inspect -f '{{.Internal}}' shop_default) == false ]]
# claim compose-two-files-ignored [engine < 28]: If the second file in a directory wants the network otherwise, Compose 2.26 leaves the network as the first made it.
[[ $(docker ps --format '{{.Names}}' | sort | xargs) == "shop-admin-1 shop-web-1" && $(docker network inspect -f '{{.Internal}}' shop_default) == false ]]

# %% _tidy
docker compose --progress quiet -f tools.yaml rm --stop --force

# %% named
sed -i '1i name: tools' tools.yaml
docker compose --progress quiet -f tools.yaml up -d
docker ps --format 'table {{.Names}}\t{{.Networks}}' | sort
docker network inspect -f '{{.Name}}, internal: {{.Internal}}' shop_default tools_default
# claim compose-two-files-named: With a name of its own in the file, the second file is a project of its own, with a network of its own as the file wants it.
[[ $out == $'shop_default, internal: false\ntools_default, internal: true' && $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}' shop-web-1 tools-admin-1) == $'<shop_default>\n<tools_default>' ]]
