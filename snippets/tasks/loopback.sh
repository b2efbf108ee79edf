# Task: a published port for the host alone.
# nodes: docker1 client

docker run -dit --name web --hostname web -p 8080:80 busybox httpd -f -h /etc
until curl -s http://127.0.0.1:8080/hostname; do sleep 0.1; done

# %% solution
docker rm -f web
docker run -dit --name web --hostname web -p 127.0.0.1:8080:80 busybox httpd -f -h /etc

# %% _listening
until curl -s http://127.0.0.1:8080/hostname; do sleep 0.1; done

# %% done
curl -s http://127.0.0.1:8080/hostname
# claim task-loopback-host: A port that is published on 127.0.0.1 answers on the host.
[[ $(curl -s -m 2 http://127.0.0.1:8080/hostname) == *web ]]
# on: client
curl -s -m 1 http://192.0.2.11:8080/hostname || echo "no answer"
# claim task-loopback-ipv4: A port that is published on 127.0.0.1 gives no answer at the host's IPv4 address on the LAN.
[[ -z $(curl -s -m 1 http://192.0.2.11:8080/hostname) && $(ping -c 1 192.0.2.11) == *"from 192.0.2.11: "* ]]
curl -s -m 1 http://[2001:db8:1::11]:8080/hostname || echo "no answer"
# claim task-loopback-ipv6: A port that is published on 127.0.0.1 gives no answer at the host's IPv6 address on the LAN.
[[ -z $(curl -s -m 1 http://[2001:db8:1::11]:8080/hostname) && $(ping -6 -c 1 2001:db8:1::11) == *"from 2001:db8:1::11: "* ]]
