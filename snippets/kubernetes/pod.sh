# What Kubernetes calls a pod, made by hand with Docker: several containers in one network namespace.

# %% hold
docker network create cluster
docker run -dit --name pod1 --network cluster busybox

# %% join
docker run -dit --name web --network container:pod1 busybox httpd -f -p 80 -h /etc
docker run -dit --name helper --network container:pod1 busybox

# %% _listening
until docker exec helper wget -qO /dev/null http://127.0.0.1/hostname 2>/dev/null; do sleep 0.05; done

# %% together
docker exec pod1 hostname -i
docker exec helper ip -4 addr show eth0
docker exec helper wget -qO- http://localhost/hostname
# claim kubernetes-one-namespace: Containers that join another one's network are in the same network namespace and have the same address.
[[ $(docker exec helper readlink /proc/self/ns/net) == "$(docker exec pod1 readlink /proc/self/ns/net)" && $(docker exec web readlink /proc/self/ns/net) == "$(docker exec pod1 readlink /proc/self/ns/net)" && $(docker exec helper cat /sys/class/net/eth0/address) == "$(docker exec pod1 cat /sys/class/net/eth0/address)" ]]
# claim kubernetes-localhost: Containers that share a network namespace reach each other at localhost.
[[ $out == "$(docker inspect -f '{{slice .Id 0 12}}' pod1)" && $(docker exec helper ps -o args) != *httpd* ]]

# %% one-endpoint
docker network inspect -f '{{range .Containers}}{{println .Name .IPv4Address}}{{end}}' cluster
docker inspect -f '{{.Name}} {{.HostConfig.NetworkMode}} {{len .NetworkSettings.Networks}}' pod1 web helper
# claim kubernetes-one-endpoint: Docker counts one endpoint for the three containers, that of the first.
[[ $(docker network inspect -f '{{len .Containers}}{{range .Containers}} {{.Name}}{{end}}' cluster) == "1 pod1" && $(docker inspect -f '{{len .NetworkSettings.Networks}}' web helper | xargs) == "0 0" ]]

# %% processes
docker exec web touch /tmp/index.html
docker exec helper ls /tmp
docker exec helper ps -o comm
# claim kubernetes-own-files: Only the network is shared: a container in this group sees neither the processes nor the files of the others.
[[ $(docker exec helper ps -o args) != *httpd* && $(docker exec web ps -o args) == *httpd* && -z $(docker exec helper ls /tmp) && $(docker exec web ls /tmp) == index.html ]]

# %% one-port
# fails
docker run --name web2 --network container:pod1 busybox httpd -f -p 80
# claim kubernetes-one-port: Two containers in one network namespace cannot listen on the same port.
[[ $(docker inspect -f '{{.State.ExitCode}}' web2) == 1 && $out == *"Address already in use"* ]]

# %% _tidy
docker rm -f web2

# %% second-pod [picture]
docker run -dit --name pod2 --network cluster busybox
docker run -dit --name shop --network container:pod2 busybox httpd -f -p 80 -h /etc

# %% _listening2
until docker exec pod2 wget -qO /dev/null http://127.0.0.1/hostname 2>/dev/null; do sleep 0.05; done

# %% address-each
docker exec helper wget -qO- http://pod2/hostname
# claim kubernetes-address-each: Each group has an address of its own, so both may have a server on port 80, and they reach each other there without a published port.
[[ $out == "$(docker inspect -f '{{slice .Id 0 12}}' pod2)" && $(docker exec pod1 hostname -i) != "$(docker exec pod2 hostname -i)" && $(docker exec helper wget -qO- http://pod1/hostname) == "$(docker inspect -f '{{slice .Id 0 12}}' pod1)" && -z $(docker port pod2) ]]

# %% replace
docker rm -f web
docker run -dit --name web --network container:pod1 busybox httpd -f -p 80 -h /etc
docker exec web ip -4 addr show eth0
# claim kubernetes-address-stays: If one container of the group is replaced, the group keeps its namespace and its address, because the first container holds them.
[[ $out == *"inet 172.18.0.2/16 "* && $(docker exec web readlink /proc/self/ns/net) == "$(docker exec helper readlink /proc/self/ns/net)" ]]

# %% holder-gone
docker stop -t 0 pod1
docker exec helper ip -4 addr
# claim kubernetes-holder-gone: If the first container stops, the others keep running and have no interface left but lo.
[[ $(docker exec helper ls /sys/class/net) == lo && $(docker inspect -f '{{.State.Running}}' web helper pod1 | xargs) == "true true false" ]]
