# Where the engine lists the names that DNS knows for a container.

# %% names
docker network create mynet
docker run -dit --name alpha --network mynet --network-alias first busybox
docker inspect -f '{{json .NetworkSettings.Networks.mynet}}' alpha | tr , '\n' | grep -A 1 -e Aliases -e DNSNames
# claim eng-aliases-with-id [engine <= 20]: Engine 20.10 lists the container's short id among the aliases.
[[ $(docker inspect -f '{{json .NetworkSettings.Networks.mynet.Aliases}}' alpha) == "[\"first\",\"$(docker ps -q)\"]" ]]
# claim eng-aliases-as-asked [engine >= 26]: Engines 26.1 and 28.5 list as aliases what was asked for and nothing else.
[[ $(docker inspect -f '{{json .NetworkSettings.Networks.mynet.Aliases}}' alpha) == '["first"]' ]]
# claim eng-dns-names [engine >= 26]: Engines 26.1 and 28.5 have a list of their own for everything that DNS knows: the container's name, its aliases and its short id.
[[ $(docker inspect -f '{{json .NetworkSettings.Networks.mynet.DNSNames}}' alpha) == "[\"alpha\",\"first\",\"$(docker ps -q)\"]" ]]
