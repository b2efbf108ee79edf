# Task: a proxy, a web server and a database, of which the first is not to reach the last.

docker network create shop
for name in proxy web database; do
    docker run -dit --name "$name" --hostname "$name" --network shop busybox httpd -f -h /etc
done
until docker exec proxy wget -qO- http://web/hostname && docker exec web wget -qO- http://database/hostname; do sleep 0.1; done

# %% solution
docker network create back
docker network connect back web
docker network connect back database
docker network disconnect shop database

# %% done
docker exec proxy wget -qO- http://web/hostname
# claim task-tiers-front: A container that is on two networks is reached by name from the first one.
[[ $(docker exec proxy wget -qO- http://web/hostname) == web ]]
docker exec web wget -qO- http://database/hostname
# claim task-tiers-back: A container that is on two networks reaches a container on the second one by name.
[[ $(docker exec web wget -qO- http://database/hostname) == database ]]
# fails
docker exec -t proxy ping -c 1 database
# claim task-tiers-apart: A container on the first network alone does not reach one on the second alone, by name or by address, though a container on both does.
[[ $(docker exec web ping -c 1 database) == *" from "* && $(docker exec proxy nslookup -type=a database) != *"Address: 172."* && $(for address in $(docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' database); do docker exec proxy ping -c 1 -W 1 "$address"; done) != *" from "* ]]
