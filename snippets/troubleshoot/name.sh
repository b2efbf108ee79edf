# A name that does not resolve, for two reasons.
# The wget of the busybox beside engine 20.10 crashes when it is given a time limit.
# needs: engine >= 26

docker network create shop
docker run -dit --name web --hostname web --network shop busybox httpd -f -h /etc
docker run -dit --name app busybox
docker run -dit --name db --network shop busybox httpd -f -h /data
# It ends at once; its address is free again when the network does not list it any more.
until [[ $(docker network inspect -f '{{range .Containers}}{{.Name}} {{end}}' shop) != *db* ]]; do sleep 0.1; done

# %% symptom
# fails
docker exec -t app wget -T 2 -qO- http://web/hostname

# %% networks
docker inspect -f '{{.Name}}: {{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}' app web
# claim trouble-other-network: The two containers are on different networks.
[[ $out == $'/app: bridge \n/web: shop ' ]]
docker exec app grep nameserver /etc/resolv.conf
# claim trouble-no-docker-dns: In a container that is on the default bridge only, resolv.conf does not name Docker's own server 127.0.0.11.
[[ $out != *127.0.0.11* && $(docker exec web grep nameserver /etc/resolv.conf) == "nameserver 127.0.0.11" ]]

# %% connect
docker network connect shop app
docker exec app wget -qO- http://web/hostname
# claim trouble-connected: Once two containers are both on one user-defined network, the name of the one resolves in the other, without a restart.
[[ $out == web ]]

# %% exited
# fails
docker exec -t app wget -T 2 -qO- http://db/hostname
docker ps --all --format 'table {{.Names}}\t{{.Networks}}\t{{.Status}}' --filter name=db
# claim trouble-exited: The name of a container that has ended does not resolve, though the container is still listed with its network.
[[ $out == *"shop"*"Exited (1)"* ]] && ! docker exec app nslookup -type=a db && docker exec app nslookup -type=a web

# %% logs
docker logs db
# claim trouble-logs: What the program said before it ended is in the container's log.
[[ $out == *"/data"* ]]

# %% again
docker rm db
docker run -dit --name db --hostname db --network shop busybox httpd -f -h /etc

# %% _listening
until docker exec app wget -T 1 -qO /dev/null http://db/hostname; do sleep 0.1; done

# %% resolves
docker exec app wget -qO- http://db/hostname
# claim trouble-runs: When the container runs, its name resolves.
[[ $out == db ]]
