# Options for a container that uses another container's network.

docker run -dit --name web busybox

# %% refused
# fails
docker create --network container:web --add-host x:192.0.2.50 busybox
# fails
docker create --network container:web --hostname x busybox
# fails
docker create --network container:web --dns 192.0.2.1 busybox
# fails
docker create --network container:web --publish 8080:80 busybox
# fails
docker create --network container:web --publish-all busybox
# fails
docker create --network container:web --expose 80 busybox
# claim doc-shared-refused: For a container that uses another container's network, the engine refuses the options --add-host, --hostname, --dns, --publish, --publish-all and --expose.
[[ $(for option in --add-host=x:192.0.2.50 --hostname=x --dns=192.0.2.1 --publish=8080:80 --publish-all --expose=80; do docker create --network container:web "$option" busybox 2>&1; done | grep -c "conflicting options") == 6 ]]

# %% accepted
docker create --network container:web --dns-search example.com busybox
docker create --network container:web --dns-option ndots:3 busybox
# claim doc-shared-accepted: For a container that uses another container's network, the engine accepts the options --dns-search and --dns-option.
[[ $(docker ps -aq | wc -l) == 3 && $(docker inspect -f '{{.HostConfig.DNSOptions}}' "$out") == "[ndots:3]" ]]

# %% mac-address
# may fail
docker create --network container:web --mac-address 02:00:5e:10:00:01 busybox
# claim doc-shared-mac-refused [engine <= 20]: For a container that uses another container's network, engine 20.10 refuses the option --mac-address.
[[ $status != 0 && $out == *"conflicting options"* ]]
# claim doc-shared-mac-accepted [engine >= 26]: For a container that uses another container's network, engines 26.1 and 28.5 accept the option --mac-address.
[[ $status == 0 && $(docker ps -aq | wc -l) == 4 ]]
