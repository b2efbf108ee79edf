# Where the engine lists the names that DNS knows for a container.

docker network create mynet

# %% names
docker run -dit --name alpha --network mynet --network-alias first busybox
docker inspect -f '{{json .NetworkSettings.Networks.mynet.Aliases}}' alpha
# claim eng-aliases-with-id [engine <= 20]: Engine 20.10 lists a container's short id among its aliases.
[[ $out == "[\"first\",\"$(docker ps -q)\"]" ]]
# claim eng-aliases-as-asked [engine >= 26]: Engines 26.1 and 28.5 list as aliases what was asked for and nothing else.
[[ $out == '["first"]' ]]
# may fail
docker inspect -f '{{json .NetworkSettings.Networks.mynet.DNSNames}}' alpha
# claim eng-no-dns-names [engine <= 20]: Engine 20.10 has no list of the names that DNS knows for a container.
[[ $out == *'map has no entry for key "DNSNames"'* ]]
# claim eng-dns-names [engine >= 26]: Engines 26.1 and 28.5 have a list of the names that DNS knows for a container: its own name, its aliases and its short id.
[[ $out == "[\"alpha\",\"first\",\"$(docker ps -q)\"]" ]]
