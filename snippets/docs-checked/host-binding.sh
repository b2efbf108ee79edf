# The address on which ports are published unless another is given.

# %% any
docker network create --opt com.docker.network.bridge.host_binding_ipv4=0.0.0.0 first
docker run -dit --name alpha --network first -p 8081:80 busybox
docker port alpha
# claim doc-binding-zero: If a network's default address for published ports is 0.0.0.0, a port is published for IPv4 and IPv6.
[[ $(docker inspect -f '{{range index .NetworkSettings.Ports "80/tcp"}}<{{.HostIp}}>{{end}}' alpha) == "<0.0.0.0><::>" && -n $(ss -Hlnt 'src = [::]:8081') ]]

# %% colons
docker network create --opt com.docker.network.bridge.host_binding_ipv4=:: second
docker run -dit --name beta --network second -p 8082:80 busybox
docker port beta
# claim doc-binding-colons: If a network's default address for published ports is ::, a port is published for IPv6 only.
[[ $(docker inspect -f '{{range index .NetworkSettings.Ports "80/tcp"}}<{{.HostIp}}>{{end}}' beta) == "<::>" ]]

# %% explicit
docker run -dit --name gamma -p 0.0.0.0:8083:80 busybox
docker port gamma
# claim doc-binding-explicit: If a port is published with the address 0.0.0.0 given, it is for IPv4 only.
[[ $(docker inspect -f '{{range index .NetworkSettings.Ports "80/tcp"}}<{{.HostIp}}>{{end}}' gamma) == "<0.0.0.0>" ]]

# %% local
docker network create --opt com.docker.network.bridge.host_binding_ipv4=127.0.0.1 third
docker run -dit --name delta --network third -p 8084:80 busybox
docker port delta
# claim doc-binding-local: If a network's default address for published ports is 127.0.0.1, a port is published there only.
[[ $(docker inspect -f '{{range index .NetworkSettings.Ports "80/tcp"}}<{{.HostIp}}>{{end}}' delta) == "<127.0.0.1>" ]]
