# A port of the host that is in use already.

# %% first
docker run -dit --name web -p 8080:80 busybox

# %% second
# fails
docker run -dit --name shop -p 0.0.0.0:8080:80 busybox
# claim publish-port-once: A port of the host can be published for one container at a time.
[[ $status == 125 && $(docker inspect -f '{{.State.Running}}' web shop) == $'true\nfalse' ]]

# %% left-over
docker ps -a --format 'table {{.Names}}\t{{.Status}}\t{{.Ports}}'
# claim publish-taken-left-over: If its port is in use, docker run leaves a container behind that was created and not started.
[[ $(docker inspect -f '{{.State.Status}}' shop) == created ]]
# fails
docker run -dit --name shop -p 8081:80 busybox
# claim publish-taken-name-in-use: The container that docker run left behind has the name, so that a second attempt with another port is refused.
[[ $status != 0 && $out == *"$(docker inspect -f '{{.Id}}' shop)"* ]]

# %% who-has-it
docker ps --filter publish=8080 --format 'table {{.Names}}\t{{.Ports}}'
# claim publish-who-has-it: The list of docker ps can be asked which container has a port of the host.
[[ $(docker ps --filter publish=8080 --format '{{.Names}}') == web ]]

# %% another-port
docker rm shop
docker run -dit --name shop -p 8081:80 busybox
# claim publish-another-port: With another port of the host the same container port can be published a second time.
[[ $(docker inspect -f '{{(index .NetworkSettings.Ports "80/tcp" 0).HostPort}}' web shop) == $'8080\n8081' ]]

# %% another-address
docker run -dit --name door -p 127.0.0.1:8082:80 busybox
docker run -dit --name gate -p 192.0.2.11:8082:80 busybox
docker ps --filter publish=8082 --format 'table {{.Names}}\t{{.Ports}}'
# claim publish-same-port-two-addresses: Two containers can have the same port of the host if each has it on an address of its own.
[[ $(docker inspect -f '{{with index .NetworkSettings.Ports "80/tcp" 0}}{{.HostIp}}:{{.HostPort}}{{end}}' door gate) == $'127.0.0.1:8082\n192.0.2.11:8082' ]]

# %% program
nc -lk 127.0.0.1 9090 &
# fails
docker run -dit --name cafe -p 9090:80 busybox
# claim publish-taken-by-program: A port cannot be published on all addresses of the host while a program of the host listens on it at one of them.
[[ $status == 125 && $(docker inspect -f '{{.State.Status}}' cafe) == created ]]
ss -ltnp 'sport = :9090' | grep -o 'users:(("[a-z-]*"'
# claim publish-program-is-found: Which program of the host listens on a port is told by ss.
[[ $out == 'users:(("nc"' ]]

# %% _tidy
kill $!
docker rm cafe
