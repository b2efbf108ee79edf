# A container that has a server and nothing else, looked into from its host.

tar -C /bin -c busybox | docker import --change 'CMD ["/busybox", "httpd", "-f", "-p", "9000"]' - bare >/dev/null

# %% start
docker run -dit --name bare bare
# fails
docker exec bare ip addr
# claim share-no-tools: A command that is not in the container's image cannot be run with docker exec.
[[ $status != 0 && $out != *inet* && $(docker inspect -f '{{.State.Running}}' bare) == true ]]

# %% _listening
until nc -z -w 1 172.17.0.2 9000; do sleep 0.1; done

# %% nsenter
pid=$(docker inspect -f '{{.State.Pid}}' bare)
nsenter --target "$pid" --net ip -4 -br addr
# claim share-nsenter-network: With nsenter --net a command of the host runs in the container's network.
[[ $out == *"eth0"*"172.17.0.2/16"* && $(docker inspect -f '{{.NetworkSettings.Networks.bridge.IPAddress}}' bare) == 172.17.0.2 ]]
nsenter --target "$pid" --net ss -ltn
# claim share-nsenter-ports: With nsenter --net a command of the host sees the ports on which the container listens.
[[ $out == *":9000 "* && -z $(ss -Hltn sport = :9000) ]]
nsenter --target "$pid" --net hostname
# claim share-nsenter-only-network: With nsenter --net a command of the host still sees the host's own files and name.
[[ $out == docker1 && $(docker inspect -f '{{.Config.Hostname}}' bare) != docker1 ]]

# %% packets
nsenter --target "$pid" --net tcpdump -t -nn -c 1 -i eth0 icmp >/run/seen 2>/run/tcpdump &

# %% _capturing
until grep -q listening /run/tcpdump; do sleep 0.1; done

# %% seen
ping -c 1 172.17.0.2
wait
cat /run/seen
# claim share-nsenter-packets: With nsenter --net, tcpdump of the host shows the packets of a container.
[[ $out == *"172.17.0.1 > 172.17.0.2: ICMP echo request"* ]]
