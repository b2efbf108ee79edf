# A container that looks for its neighbour at localhost.

docker network create shop
docker run -d --name db --hostname db --network shop busybox httpd -f -h /etc
docker run -dit --name app --hostname app --network shop busybox
until docker exec app wget -qO /dev/null http://db/hostname; do sleep 0.1; done

# %% symptom
# fails
docker exec app wget -qO- http://localhost/hostname

# %% look
docker exec app netstat -ltn
docker exec db netstat -ltn
# claim trouble-localhost-nobody: netstat lists who listens in the container in which it runs, and not who listens in its neighbour.
[[ $out == *":80 "* && $(docker exec app netstat -ltn) != *":80 "* ]]

# %% name
docker exec app wget -qO- http://db/hostname
# claim trouble-localhost-name: In a container localhost is the container itself: its neighbour is refused there, and reached by its name.
[[ $out == db && $(docker exec db wget -qO- http://localhost/hostname) == db ]] && ! docker exec app wget -qO- http://localhost/hostname
