# A published port that an outgoing connection of the host already has.
# nodes: docker1 router

# %% range
cat /proc/sys/net/ipv4/ip_local_port_range

# %% connection
sleep 600 | nc -p 40000 192.0.2.1 53 &

# %% _connected
until ss -Htn state established 'sport = :40000' | grep -q 40000; do sleep 0.05; done

# %% run
# fails
docker run -d --name web -p 40000:80 busybox httpd -f -h /etc
ss -tn state established 'sport = :40000'
# claim kernel-ephemeral: While a connection of the host has a port, a container that publishes this port is not started.
[[ $out == *":40000 "*":53"* && $(docker inspect -f '{{.State.Status}}' web) == created && -z $(ss -Hltn 'sport = :40000') ]]

# %% below
docker rm web
docker run -d --name web -p 30000:80 busybox httpd -f -h /etc
# claim kernel-ephemeral-below: While a connection of the host has a port of the range for such connections, a container that publishes a port below the range starts.
[[ $(docker inspect -f '{{.State.Status}}' web) == running && -n $(ss -Htn state established 'sport = :40000') ]]

# %% reserve
sysctl -w net.ipv4.ip_local_reserved_ports=40000
