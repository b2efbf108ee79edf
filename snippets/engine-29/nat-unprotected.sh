# A container on one bridge network, asked from another one.
# needs: engine >= 29

docker network create closed
docker network create --opt com.docker.network.bridge.gateway_mode_ipv4=nat-unprotected unprotected
docker network create other
docker run -dit --name alpha --network closed busybox httpd -f -h /etc
docker run -dit --name beta --network unprotected busybox httpd -f -h /etc

# %% ask
# fails
docker run --rm --network other busybox wget -T 2 -O - "http://$(docker inspect -f '{{.NetworkSettings.Networks.closed.IPAddress}}' alpha)/hostname"
# claim e29-bridges-are-apart [engine >= 29]: On engine 29 too, a container on one bridge network does not reach a port of a container on another one.
[[ $status != 0 && $out == *"timed out"* && $(docker exec alpha wget -q -O - http://127.0.0.1/hostname) == "$(docker exec alpha hostname)" ]]
docker run --rm --network other busybox wget -T 2 -O - "http://$(docker inspect -f '{{.NetworkSettings.Networks.unprotected.IPAddress}}' beta)/hostname"
# claim e29-nat-unprotected [engine >= 29]: On engine 29, a container on another bridge network reaches a port that is not published of a container whose network has the gateway mode nat-unprotected.
[[ $out == *"$(docker exec beta hostname)"* && -z $(docker port beta) ]]
