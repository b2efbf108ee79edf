# Publishing a port of a container that is on an internal network only.

docker network create --internal inner

# %% publish
docker run -dit --name web --network inner -p 8080:80 busybox httpd -f -h /etc
docker port web
# fails
nc -v -w 1 127.0.0.1 8080
# claim doc-internal-publishes-nothing: On an internal network -p is accepted, and no port is published.
[[ $out == *refused* && $(docker inspect -f '{{len .HostConfig.PortBindings}} {{len .NetworkSettings.Ports}}' web) == "1 0" && -z $(ss -Hltn sport = :8080) ]]

# %% _listening
until nc -z -w 1 172.18.0.2 80; do sleep 0.1; done

# %% address
nc -v -z -w 1 172.18.0.2 80
# claim doc-internal-by-address: From its host, a container on an internal network can be reached at its own address.
[[ $out == *succeeded* && $(docker inspect -f '{{.NetworkSettings.Networks.inner.IPAddress}}' web) == 172.18.0.2 ]]
