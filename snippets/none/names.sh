# Which names a container on the network none knows.

# %% names
docker run -dit --name hermit --network none busybox
docker exec hermit ping -c 1 localhost
# claim none-localhost: In a container on the network none the name localhost resolves, from its /etc/hosts.
[[ $out == *"from 127.0.0.1: "* && $(docker exec hermit cat /etc/hosts) == *localhost* ]]
# fails
docker exec hermit hostname -i
# claim none-own-name: In a container on the network none its own host name does not resolve; in one on a bridge network it does.
[[ $status != 0 && $(docker exec hermit cat /etc/hosts) != *"$(docker exec hermit hostname)"* && $(docker run --rm busybox hostname -i) == 172.17.0.* ]]

# %% mended
docker run --rm --network none --add-host worker:127.0.0.1 --hostname worker busybox hostname -i
# claim none-add-host: With --add-host a container on the network none finds its own host name.
[[ $out == 127.0.0.1 ]]
