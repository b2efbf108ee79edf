# A reverse proxy that asked for the server's address once, and one that asks each time.

# %% start
docker network create mynet
docker run -d --name web --hostname web --network mynet busybox httpd -f -h /etc
docker run -d --name each --network mynet busybox nc -ll -p 80 -e nc web 80
docker run -d --name once --network mynet busybox sh -c '
    address=$(ping -c 1 web | sed -n "s/^PING web (\(.*\)):.*/\1/p")
    exec nc -ll -p 80 -e nc $address 80'
docker run -dit --name alpha --network mynet busybox

# %% _listening
for name in web each once; do
    until docker exec $name netstat -ltn | grep -q ':80 '; do sleep 0.05; done
done

# %% before
docker exec alpha wget -qO- http://each/hostname
docker exec alpha wget -qO- http://once/hostname
docker exec once ps -o args | grep '^nc'

# %% replace
docker rm -f web
docker run -d --name other --hostname other --network mynet busybox httpd -f -h /etc
docker run -d --name web --hostname web --network mynet busybox httpd -f -h /etc
docker inspect -f '{{.Name}} {{.NetworkSettings.Networks.mynet.IPAddress}}' other web

# %% _replaced
for name in other web; do
    until docker exec $name netstat -ltn | grep -q ':80 '; do sleep 0.05; done
done

# %% after
docker exec alpha wget -qO- http://each/hostname
# claim restarts-each-follows: A program that looks the name up for each connection reaches the new container of that name.
[[ $out == web && $(docker inspect -f '{{.NetworkSettings.Networks.mynet.IPAddress}}' web) == 172.18.0.6 ]]
docker exec alpha wget -qO- http://once/hostname
# claim restarts-once-old-address: A program that looked a name up once goes on using the old address, and is answered by the container that has it now.
[[ $out == other && $(docker inspect -f '{{.NetworkSettings.Networks.mynet.IPAddress}}' other) == 172.18.0.2 && $(docker exec once ping -c 1 web) == "PING web (172.18.0.6)"* ]]

# %% restart
docker restart -t 0 once

# %% _restarted
until docker exec once netstat -ltn | grep -q ':80 '; do sleep 0.05; done

# %% repaired
docker exec alpha wget -qO- http://once/hostname
# claim restarts-once-restarted: When a program that looked a name up once is restarted, it looks the name up again and reaches the new container.
[[ $out == web && $(docker inspect -f '{{.NetworkSettings.Networks.mynet.IPAddress}}' other) == 172.18.0.2 ]]
