# A client that sends UDP from one port, before, while and after the container is restarted and replaced.
# nodes: docker1 client

# %% run
docker run -dit --name log -p 5140:514/udp busybox
tcpdump -tnql -i docker0 udp dst port 514 >/run/seen 2>/run/tcpdump &

# %% _capturing
until grep -q listening /run/tcpdump; do sleep 0.05; done

# %% first
# on: client
echo first | nc -u -q 0 -p 40000 192.0.2.11 5140
# on: docker1

# %% _first-seen
until [[ $(wc -l </run/seen) -ge 1 ]]; do sleep 0.05; done

# %% first-seen
tail -n 1 /run/seen
# claim restarts-udp-client-seen: A UDP packet from the LAN to a published port arrives in the container with the client's own address.
[[ $out == "IP 192.0.2.50.40000 > 172.17.0.2.514:"* ]]
conntrack -L -p udp --orig-port-dst 5140 2>/dev/null | grep -o 'src=[0-9.]* dst=[0-9.]*'
# claim restarts-udp-entry: Connection tracking keeps an entry for a UDP flow to a published port, with the container's address in it.
[[ $out == $'src=192.0.2.50 dst=192.0.2.11\nsrc=172.17.0.2 dst=192.0.2.50' ]]

# %% away
docker stop -t 0 log
# on: client
echo second | nc -u -q 0 -p 40000 192.0.2.11 5140
# on: docker1

# %% _entry
until conntrack -L -p udp --orig-port-dst 5140 2>/dev/null | grep -q 5140; do sleep 0.05; done

# %% away-entry
conntrack -L -p udp --orig-port-dst 5140 2>/dev/null | grep -o 'src=[0-9.]* dst=[0-9.]*'
# claim restarts-udp-away-entry: A UDP packet that arrives while the container is stopped makes an entry that leads to the host itself.
[[ $out == $'src=192.0.2.50 dst=192.0.2.11\nsrc=192.0.2.11 dst=192.0.2.50' && $(wc -l </run/seen) == 1 ]]

# %% back
docker start log
# may fail
conntrack -L -p udp --orig-port-dst 5140 2>/dev/null | grep -o 'src=[0-9.]* dst=[0-9.]*'
# control: the step `away-entry` lists the entry with the same command
# claim restarts-udp-start-clears [engine >= 26]: On engines 26.1 and 28.5, the entries of a published UDP port are deleted when its container starts.
[[ -z $out && $(docker port log) == *5140* ]]
# claim restarts-udp-start-leaves [engine < 26]: On engine 20.10, the entry of a UDP packet that arrived while the container was stopped is still there when it has started.
[[ $out == $'src=192.0.2.50 dst=192.0.2.11\nsrc=192.0.2.11 dst=192.0.2.50' ]]

# %% third
# on: client
echo third | nc -u -q 0 -p 40000 192.0.2.11 5140
# on: docker1

# %% _third-seen
until [[ $(wc -l </run/seen) -ge 2 ]]; do sleep 0.05; done

# %% third-seen
tail -n 1 /run/seen
# claim restarts-udp-clean [engine >= 26]: On engines 26.1 and 28.5, the container sees the client's own address after a restart during which the client went on sending.
[[ $out == "IP 192.0.2.50.40000 > 172.17.0.2.514:"* ]]
# claim restarts-udp-gateway [engine < 26]: On engine 20.10, the container sees the gateway instead of the client after a restart during which the client went on sending.
[[ $out == "IP 172.17.0.1."*" > 172.17.0.2.514:"* ]]

# %% delete
conntrack -D -p udp --orig-port-dst 5140
# on: client
echo fourth | nc -u -q 0 -p 40000 192.0.2.11 5140
# on: docker1

# %% _fourth-seen
until [[ $(wc -l </run/seen) -ge 3 ]]; do sleep 0.05; done

# %% fourth-seen
tail -n 1 /run/seen
# claim restarts-udp-deleted: When the entry of a UDP flow has been deleted, the next packet of the client makes a new one, and the container sees the client's own address.
[[ $out == "IP 192.0.2.50.40000 > 172.17.0.2.514:"* ]]

# %% replace
docker rm -f log
docker run -dit --name other busybox
docker run -dit --name log -p 5140:514/udp busybox
# on: client
echo fifth | nc -u -q 0 -p 40000 192.0.2.11 5140
# on: docker1

# %% _fifth-seen
until [[ $(wc -l </run/seen) -ge 4 ]]; do sleep 0.05; done

# %% fifth-seen
docker inspect -f '{{.Name}} {{.NetworkSettings.Networks.bridge.IPAddress}}' other log
tail -n 1 /run/seen
# claim restarts-udp-replaced: When a container was replaced by one with another address, the packets of a UDP client go to the new address.
[[ $out == "IP 192.0.2.50.40000 > 172.17.0.3.514:"* && $(docker inspect -f '{{.NetworkSettings.Networks.bridge.IPAddress}}' other log) == $'172.17.0.2\n172.17.0.3' ]]

# %% _end
pkill -x tcpdump
