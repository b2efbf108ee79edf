# What programs in a container say when they cannot reach something, and the way out.
# nodes: docker1 server

docker network create mynet
docker network create --internal closed
docker run -dit --name alpha busybox
docker run -d --name web busybox httpd -f
docker run -dit --name lonely --network closed busybox

# %% bad-address
# fails
docker exec alpha ping -c 1 web
# claim err-bad-address: On the default bridge a container's name is a bad address.
[[ $out == "ping: bad address 'web'" && $(docker inspect -f '{{.NetworkSettings.Networks.bridge.IPAddress}}' web) == 172.17.* ]]
docker network connect mynet alpha
docker network connect mynet web
docker exec alpha ping -c 1 web
# claim err-bad-address-mended: When both are on a network of their own, the name is known, without a restart.
[[ $out == "PING web (172.18.0.3)"*"1 packets received"* ]]

# %% unreachable
# may fail
docker exec -t lonely ping -c 1 -W 1 203.0.113.10
# claim err-unreachable [engine >= 26]: On engines 26.1 and 28.5, the network is unreachable if the container has no default route, as on an internal network.
[[ $out == *"Network is unreachable"* && $(docker exec lonely ip route) != *default* ]]
docker exec lonely ip route
docker network connect mynet lonely
docker exec lonely ping -c 1 203.0.113.10
# claim err-unreachable-mended: With a second network that leads out, it is reachable.
[[ $out == *"from 203.0.113.10: "* && $(docker exec lonely ip route) == *"default via 172.18.0.1"* ]]

# %% refused
# fails
docker exec alpha nc web 8080
# claim err-refused: A connection is refused if the machine is reached and nobody listens on that port.
[[ $out == *"Connection refused" ]]
docker exec web netstat -ltn | grep ':80'
# claim err-refused-why: In the container one sees on which ports programs listen.
[[ $out == *":::80 "* && $(docker exec web netstat -ltn) != *:8080* ]]
docker exec alpha nc web 80 </dev/null
# claim err-refused-mended: On the port on which the program listens it answers.
[[ $(docker exec -i alpha nc web 80 <<<$'GET / HTTP/1.0\n') == "HTTP/1."* ]] && ! docker exec alpha nc web 8080

# %% loopback
docker run -d --name shy --network mynet busybox httpd -f -p 127.0.0.1:80
# fails
docker exec alpha nc shy 80
# claim err-refused-loopback: A connection is refused also if the program listens on 127.0.0.1 only: that is the container itself.
[[ $out == *"Connection refused" && $(docker exec shy netstat -ltn) == *" 127.0.0.1:80 "* ]]
docker rm -f shy
docker run -d --name shy --network mynet busybox httpd -f -p 0.0.0.0:80
docker exec alpha nc shy 80 </dev/null
# claim err-loopback-mended: A program that listens on 0.0.0.0 is reached.
[[ $(docker exec -i alpha nc shy 80 <<<$'GET / HTTP/1.0\n') == "HTTP/1."* && $(docker exec shy netstat -ltn) == *" 0.0.0.0:80 "* ]]

# %% silence
docker run -dit --name beta --network mynet busybox
docker network disconnect bridge web
docker run -dit --name other busybox
# fails
docker exec other ping -c 1 -W 1 172.18.0.3
# claim err-silence: From one bridge network to another there is no error, only silence: packets are lost.
[[ $out == *"100% packet loss" && $(docker inspect -f '{{.NetworkSettings.Networks.mynet.IPAddress}}' web) == 172.18.0.3 ]]
docker network connect mynet other
docker exec other ping -c 1 172.18.0.3
# claim err-silence-mended: A container on both networks gets an answer.
[[ $out == *"from 172.18.0.3: "* ]]
