# Two Compose projects whose services have the same name, on one external network.
# needs: engine >= 26

docker network create shared
mkdir shop blog
cat >shop/compose.yaml <<'END'
services:
  web: {image: busybox, command: sleep 1000, depends_on: [db], networks: [default, shared]}
  db: {image: busybox, command: sleep 1000, hostname: tower, networks: [default, shared]}

networks:
  shared: {external: true}
END
sed -e '/web:/d' -e 's/tower/cellar/' shop/compose.yaml >blog/compose.yaml

# %% files
cat shop/compose.yaml
cat blog/compose.yaml

# %% up
docker compose --progress quiet --project-directory shop up -d
docker compose --progress quiet --project-directory blog up -d
docker inspect -f '{{.Name}} {{.NetworkSettings.Networks.shared.IPAddress}}' shop-db-1 blog-db-1

# %% both
docker run --rm --network shared busybox nslookup -type=a db | grep 'Address: ' | sort
# claim names-two-projects: If two projects have a service of the same name on one external network, the name leads there to the containers of both.
[[ $out == "$(docker inspect -f 'Address: {{.NetworkSettings.Networks.shared.IPAddress}}' shop-db-1 blog-db-1 | sort)" ]]

# %% own
docker exec shop-web-1 nslookup -type=a db | grep 'Address: ' | sort
# claim names-two-projects-own: A service that is on the external network too may get the addresses of both projects' containers for the name, though one of them is not of its project.
[[ $out == *"$(docker inspect -f 'Address: {{.NetworkSettings.Networks.shared.IPAddress}}' blog-db-1)"* ]]
docker exec shop-web-1 nslookup -type=a db.shop_default | grep 'Address: '
# claim names-two-projects-network: With a dot and the name of the project's own network, the name leads to the container of the project.
[[ $out == "$(docker inspect -f 'Address: {{.NetworkSettings.Networks.shop_default.IPAddress}}' shop-db-1)" ]]

# %% hostname
docker exec shop-web-1 ping -c 1 tower
# claim names-compose-hostname: A service is known to its neighbours by its hostname from the compose.yaml as well.
[[ $out == *"from $(docker inspect -f '{{.NetworkSettings.Networks.shared.IPAddress}}' shop-db-1): "* || $out == *"from $(docker inspect -f '{{.NetworkSettings.Networks.shop_default.IPAddress}}' shop-db-1): "* ]]
