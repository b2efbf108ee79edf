# What needs a port to be published, and what does not.
# nodes: docker1 client

# The image `who`: a web server that answers with the address of whoever asks.
docker run --name draft busybox sh -c "mkdir -p /www/cgi-bin && cd /www/cgi-bin &&
    printf '#!/bin/sh\necho\necho \"You come from \$REMOTE_ADDR.\"\n' >index.cgi && chmod +x index.cgi"
docker commit --change 'CMD ["httpd", "-f", "-p", "0.0.0.0:80", "-h", "/www"]' --change "EXPOSE 80" draft who
docker rm draft
# %% start
docker network create mynet
docker run -d --name web --network mynet who
docker run -dit --name alpha --network mynet busybox

# %% _listening
until nc -z -w 1 172.18.0.2 80; do sleep 0.05; done

# %% neighbour
docker exec alpha ping -c 1 web
docker exec alpha wget -qO- http://web
# claim publish-not-for-neighbours: Containers on the same network reach each other's ports and answer each other's pings with no port published.
[[ $out == "You come from 172.18.0.3." && $(docker inspect -f '{{len .HostConfig.PortBindings}}' web alpha) == $'0\n0' && -z $(docker port web) ]]

# %% lan
# on: client
# fails
curl -sS -m 1 http://192.0.2.11:80
# claim publish-closed-by-default: As long as a container's port is not published, nothing listens for it at the host's address.
[[ $status == 7 ]] && ping -c 1 192.0.2.11
# on: docker1

# %% publish [picture]
docker run -d --name shop --network mynet -p 8080:80 who
docker ps --format 'table {{.Names}}\t{{.Ports}}'
# claim publish-by-p: With -p 8080:80, port 80 of the container is published as port 8080 of the host.
[[ $(docker inspect -f '{{(index .NetworkSettings.Ports "80/tcp" 0).HostPort}}' shop) == 8080 ]]

# %% _shop-listening
until nc -z -w 1 172.18.0.4 80; do sleep 0.05; done

# %% lan-again [path client 192.0.2.11:8080]
# on: client
curl -s -m 1 http://192.0.2.11:8080
# claim publish-lan-reaches: Another machine on the LAN reaches a published port at the host's address.
[[ $out == "You come from "* ]]
# claim publish-client-is-seen: A server behind a published port sees the address of the client on the LAN, if it is asked over IPv4.
[[ $out == "You come from 192.0.2.50." ]]
# on: docker1

# %% neighbour-again
docker exec alpha wget -qO- http://shop
# fails
docker exec alpha wget -qO- http://shop:8080
# claim publish-inside-unchanged: For its neighbours a container whose port is published has its own port, not the host's.
[[ $out == *refused* ]] && docker exec alpha wget -qO- http://shop:80

# %% expose
docker inspect -f '{{json .Config.ExposedPorts}}' web
docker port web
# claim publish-expose-is-not-publish: A port that an image exposes is not published by that.
[[ -z $out && $(docker inspect -f '{{json .Config.ExposedPorts}}' web) == '{"80/tcp":{}}' ]]
docker ps --filter name=web --format 'table {{.Names}}\t{{.Ports}}'
# claim publish-ps-shows-exposed: In the list of docker ps a port that is exposed and not published stands without an address and an arrow.
[[ $(docker ps --filter name=web --format '{{.Ports}}') == 80/tcp ]]

# %% expose-all
docker run -d --name open -P who
docker port open
# claim publish-all-exposed: With -P every exposed port is published as a port of the host that the engine picks.
[[ $(docker inspect -f '{{len .NetworkSettings.Ports}}' open) == 1 && $(docker inspect -f '{{(index .NetworkSettings.Ports "80/tcp" 0).HostPort}}' open) -ge 32768 ]]
