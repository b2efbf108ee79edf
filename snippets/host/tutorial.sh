# The tutorial of the network host: a web server, reached at the host's address without a published port.
# nodes: docker1 client

# %% before
ss -ltn
ip -br link

# %% start
docker run --rm --detach --name my_web --network host busybox httpd -f -p 80 -h /etc

# %% _listening
until ss -Hltn 'sport = :80' | grep -q LISTEN; do sleep 0.05; done

# %% ask [picture]
curl -s http://localhost/hostname
# on: client
curl -s http://192.0.2.11/hostname
# on: docker1
# claim host-tutorial-reached: A web server in a container on the network host answers at the host's address, to the host and to another machine on the LAN.
[[ $out == docker1 && $(curl -s http://localhost/hostname) == docker1 && $(docker inspect -f '{{.HostConfig.NetworkMode}} {{len .HostConfig.PortBindings}}' my_web) == "host 0" ]]

# %% listening
ss -ltn
netstat -ltn
ps -C httpd -o comm,args
# claim host-tutorial-socket: The port of a server on the network host is open on the host, and the process that holds it is the container's.
[[ $(ss -Hltnp 'sport = :80') == *"\"httpd\",pid=$(docker inspect -f '{{.State.Pid}}' my_web),"* ]]

# %% interfaces
ip -br link
# claim host-tutorial-no-interface: A container on the network host adds no interface to the host.
[[ $(cd /sys/class/net && echo *) == "docker0 eth0 lo" && $(docker ps -q | wc -l) == 1 ]]

# %% stop
docker stop -t 0 my_web

# %% _gone
until [[ -z $(docker ps -aq) && -z $(ss -Hltn 'sport = :80') ]]; do sleep 0.05; done

# %% after
docker ps --all
ss -ltn
# control: the step `listening` sees the container and its port.
# claim host-tutorial-over: When a container on the network host stops, its port is closed; started with --rm, the container is gone as well.
[[ -z $(docker ps -aq) && -z $(ss -Hltn 'sport = :80') ]]
