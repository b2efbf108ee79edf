# A published port, and a server that listens on 127.0.0.1 inside the container.
# nodes: docker1 client

# %% start
docker run -d --name shy -p 8080:80 busybox httpd -f -p 127.0.0.1:80 -h /etc
docker exec shy netstat -lnt

# %% _listening
until docker exec shy wget -qO- http://127.0.0.1/hostname; do sleep 0.05; done

# %% ask
docker exec shy wget -qO- http://127.0.0.1/hostname
curl -s -m 1 http://127.0.0.1:8080/hostname || echo "no answer"
# on: client
curl -s -m 1 http://192.0.2.11:8080/hostname || echo "no answer"
# claim publish-listener-on-loopback: A published port does not help if the server in the container listens on 127.0.0.1 only.
[[ $out == "no answer" ]] && ping -c 1 192.0.2.11
