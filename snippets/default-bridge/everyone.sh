# Whatever is started without a network lands on the default bridge, and reaches everything that is there.

# %% start [picture]
docker run -dit --name shop busybox httpd -f -p 80 -h /etc
docker network create mynet
docker run -dit --name bank --network mynet busybox httpd -f -p 80 -h /etc
docker run -dit --name stranger busybox

# %% _listening
until nc -z 172.17.0.2 80 && nc -z 172.18.0.2 80; do sleep 0.05; done

# %% reached
docker exec stranger wget -qO- http://172.17.0.2/hostname
# claim default-bridge-stranger: A container that was started without any option reaches the ports of another container on the default bridge, though none was published.
[[ $out == "$(docker inspect -f '{{slice .Id 0 12}}' shop)" && -z $(docker port shop) && $(docker exec shop hostname -i) == 172.17.0.2 ]] && docker exec shop httpd -p 8765 -h /etc && [[ $(docker exec stranger wget -qO- http://172.17.0.2:8765/hostname) == "$out" ]]

# %% not-reached
# fails
docker exec stranger nc -w 1 172.18.0.2 80
# claim default-bridge-wall: A container that was started without a network option does not reach, by address, a container on a user-defined network.
[[ $status != 0 && $(docker exec bank hostname -i) == 172.18.0.2 && $(curl -s -m 1 http://172.18.0.2/hostname) == "$(docker inspect -f '{{slice .Id 0 12}}' bank)" ]]

# %% who
docker ps --format 'table {{.Names}}\t{{.Networks}}'
# claim default-bridge-lands: Of three containers those two that named no network share the default bridge.
[[ $(docker ps --filter network=bridge --format '{{.Names}}' | sort | xargs) == "shop stranger" && $(docker ps --filter network=mynet --format '{{.Names}}') == bank ]]
