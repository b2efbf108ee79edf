# Containers on every kind of network, a neighbour on the LAN and a server beyond it: who reaches whom?
# nodes: docker1 client server
# needs: kernel macvlan

# %% networks
docker network create green
docker network create blue
docker network create --internal inside
docker network create --driver macvlan --opt parent=eth0 --subnet 192.0.2.0/24 --gateway 192.0.2.1 --ip-range 192.0.2.192/26 lan

# %% servers
docker run -d --name default2 -p 8001:80 busybox nc -ll -p 80 -e echo default2
docker run -d --name green2 --network green -p 8002:80 busybox nc -ll -p 80 -e echo green2
docker run -d --name inside2 --network inside -p 8003:80 busybox nc -ll -p 80 -e echo inside2
docker run -d --name lan2 --network lan -p 8004:80 busybox nc -ll -p 80 -e echo lan2
docker run -d --name host2 --network host busybox nc -ll -p 80 -e echo host2
# on: client
busybox nc -ll -p 80 -e echo client &
# on: server
busybox nc -ll -p 8080 -e echo server &
# on: docker1

# %% visitors [picture]
docker run -dit --name default1 busybox
for name in green blue inside lan host none; do docker run -dit --name ${name}1 --network $name busybox; done

# %% question
cat >ask <<'EOF'
who=$1
shift
for target; do
    server=${target%%=*} address=${target#*=}
    timeout 2 nc -w 1 ${address%:*} ${address##*:} </dev/null >/tmp/$server 2>/dev/null &
done
wait
printf '%-10s' $who
for target; do
    server=${target%%=*}
    [ "$(cat /tmp/$server)" = $server ] && printf '%10s' yes || printf '%10s' .
done
echo
EOF

reach_all() {
    printf '%-10s' 'from \ to' && printf '%10s' "${@%%=*}" && echo
    for who in default1 green1 blue1 inside1 lan1 none1 host1; do
        docker exec -i $who sh -s $who "$@" <ask >row.$who &
    done
    wait
    cat row.{default1,green1,blue1,inside1,lan1,none1,host1}
    bash ask docker1 "$@"
}

# %% _ready
for name in default2 green2 inside2 lan2; do until docker exec $name nc -w 1 127.0.0.1 80 </dev/null; do sleep 0.05; done; done
until nc -w 1 127.0.0.1 80 </dev/null; do sleep 0.05; done
# The other two machines get the script over the network.
(nc -Nl 9999 <ask && nc -Nl 9999 <ask) &
# on: client
until nc 192.0.2.11 9999 </dev/null >ask && [ -s ask ]; do sleep 0.05; done
# on: server
until nc 192.0.2.11 9999 </dev/null >ask && [ -s ask ]; do sleep 0.05; done
# on: docker1
wait
row() { grep "^$1 " <<<"$out" | xargs; }

# %% by-address
reach_all default2=172.17.0.2:80 green2=172.18.0.2:80 inside2=172.20.0.2:80 lan2=192.0.2.192:80 host2=192.0.2.11:80 client=192.0.2.50:80 server=203.0.113.10:8080
# claim reach-from-default: By address, a container on the default bridge reaches its neighbours there, its host and other machines, but no container on another network.
[[ $(row default1) == "default1 yes . . . yes yes yes" ]]
# claim reach-from-own: By address, a container on a bridge network of one's own reaches its neighbours there, its host and other machines, but no container on another network.
[[ $(row green1) == "green1 . yes . . yes yes yes" && $(row blue1) == "blue1 . . . . yes yes yes" ]]
# claim reach-from-internal [engine >= 26]: On engines 26.1 and 28.5, a container on an internal network reaches its neighbours there, and neither its host's LAN address nor any other machine.
[[ $(row inside1) == "inside1 . . yes . . . ." ]]
# claim reach-from-internal-before [engine <= 20]: On engine 20.10, a container on an internal network reaches its neighbours there and its host's LAN address, but no other machine.
[[ $(row inside1) == "inside1 . . yes . yes . ." ]]
# claim reach-from-macvlan: By address, a container on a macvlan network reaches its neighbours there and other machines, but neither its own host nor the containers behind it.
[[ $(row lan1) == "lan1 . . . yes . yes yes" ]]
# claim reach-from-none: A container on the network none reaches nobody.
[[ $(row none1) == "none1 . . . . . . ." ]]
# claim reach-from-host: By address, the host reaches every container on its bridges, internal ones included, but none on a macvlan network.
[[ $(row docker1) == "docker1 yes yes yes . yes yes yes" ]]
# claim reach-host-is-host: A container on the network host reaches by address exactly what the host reaches.
[[ $(row host1 | cut -d " " -f 2-) == "$(row docker1 | cut -d " " -f 2-)" ]]
# on: client
bash ask client default2=172.17.0.2:80 green2=172.18.0.2:80 inside2=172.20.0.2:80 lan2=192.0.2.192:80 host2=192.0.2.11:80 client=192.0.2.50:80 server=203.0.113.10:8080
# claim reach-from-lan: By address, another machine on the LAN reaches the host, what runs on the network host, and containers on a macvlan network, but no container on a bridge.
[[ $(xargs <<<"$out") == "client . . . yes yes yes yes" ]]
# on: server
bash ask server default2=172.17.0.2:80 green2=172.18.0.2:80 inside2=172.20.0.2:80 lan2=192.0.2.192:80 host2=192.0.2.11:80 client=192.0.2.50:80 server=203.0.113.10:8080
# claim reach-from-beyond: By address, a machine beyond the LAN reaches the same as one on the LAN, as long as there are routers that know the way.
[[ $(xargs <<<"$out") == "server . . . yes yes yes yes" ]]

# %% by-name
# on: docker1
reach_all default2=default2:80 green2=green2:80 inside2=inside2:80 lan2=lan2:80 host2=host2:80
# claim reach-names: Names of containers work between two containers on one network that is neither the default bridge nor none nor host, be it a bridge, an internal or a macvlan network, and nowhere else.
[[ $(row green1) == "green1 . yes . . ." && $(row inside1) == "inside1 . . yes . ." && $(row lan1) == "lan1 . . . yes ." && $(grep -o yes <<<"$out" | wc -l) == 3 ]]
# claim reach-names-not-default: From the default bridge no container is reached by name.
[[ $(row default1) == "default1 . . . . ." ]]
# claim reach-names-not-host: The host, and a container that shares its network, reach no container by name.
[[ $(row docker1) == "docker1 . . . . ." && $(row host1) == "host1 . . . . ." ]]

# %% by-port
reach_all default2=192.0.2.11:8001 green2=192.0.2.11:8002 inside2=192.0.2.11:8003 lan2=192.0.2.11:8004
# claim reach-port-across: By a port published on the host, a container is reached from every bridge network that is not internal, also from those that do not reach it by address.
[[ $(row default1) == "default1 yes yes . ." && $(row green1) == "green1 yes yes . ." && $(row blue1) == "blue1 yes yes . ." ]]
# claim reach-port-cut-off: From an internal network, from macvlan and from none, the host's published ports are not reached.
[[ $(row inside1) == "inside1 . . . ." && $(row lan1) == "lan1 . . . ." && $(row none1) == "none1 . . . ." ]]
# claim reach-port-useless: For a container on an internal or a macvlan network, -p opens no port on the host.
[[ $(row docker1) == "docker1 yes yes . ." && $(docker inspect -f '{{len .HostConfig.PortBindings}}' inside2 lan2) == $'1\n1' ]]
bash ask loopback default2=127.0.0.1:8001 green2=127.0.0.1:8002 inside2=127.0.0.1:8003 lan2=127.0.0.1:8004
# claim reach-port-loopback: On the host, a published port is reached at 127.0.0.1 as well.
[[ $(xargs <<<"$out") == "loopback yes yes . ." ]]
# on: client
bash ask client default2=192.0.2.11:8001 green2=192.0.2.11:8002 inside2=192.0.2.11:8003 lan2=192.0.2.11:8004
# claim reach-port-lan: By a published port, containers on bridges are reached from other machines on the LAN.
[[ $(xargs <<<"$out") == "client yes yes . ." ]]
# on: server
bash ask server default2=192.0.2.11:8001 green2=192.0.2.11:8002 inside2=192.0.2.11:8003 lan2=192.0.2.11:8004
# claim reach-port-beyond: By a published port, containers on bridges are reached from beyond the LAN, if the host is.
[[ $(xargs <<<"$out") == "server yes yes . ." ]]

# %% direct
# on: client
ip route add 172.16.0.0/12 via 192.0.2.11
bash ask client default2=172.17.0.2:80 green2=172.18.0.2:80 inside2=172.20.0.2:80
# claim reach-direct-before [engine < 28]: On engines 20.10 and 26.1, a machine that has a route to the containers reaches a published port also at the container's own address.
[[ $(xargs <<<"$out") == "client yes yes ." ]]
# claim reach-direct-now [engine >= 28]: On engine 28.5, a route to the containers is of no use to another machine: no container on a bridge is reached at its own address.
[[ $(xargs <<<"$out") == "client . . ." ]]
