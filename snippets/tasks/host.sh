# Task: a second server on the network host.
# nodes: docker1 client

docker run -dit --name web --network host busybox httpd -f -h /etc
until curl -s http://127.0.0.1/hostname; do sleep 0.1; done

# %% solution
docker run -dit --name shop --network host busybox httpd -f -p 81 -h /etc

# %% _listening
until nc -z -w 1 127.0.0.1 81; do sleep 0.1; done

# %% done
# on: client
curl -s http://192.0.2.11:81/hostname
# claim task-host-second: Two servers in containers on the network host both answer at the host's address, if they listen on different ports.
[[ $(curl -s -m 2 http://192.0.2.11:81/hostname) == *docker1 ]]
curl -s http://192.0.2.11/hostname
# claim task-host-first: A server on the network host goes on answering when a second one there listens on another port.
[[ $(curl -s -m 2 http://192.0.2.11/hostname) == *docker1 ]]
# on: docker1
docker inspect -f '{{.Name}}: {{.HostConfig.NetworkMode}}' web shop
# claim task-host-both: Two containers on the network host are in the same network namespace, the host's.
[[ $(docker exec shop readlink /proc/self/ns/net) == "$(readlink /proc/self/ns/net)" && $(docker exec web readlink /proc/self/ns/net) == net:* ]]
