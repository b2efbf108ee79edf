# A network driver of our own, in Python, used by two containers.

# %% network
cat >cable.py <<'EOF'
"""cable: a Docker network driver that plugs containers into a Linux bridge."""

import json
import subprocess
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import UnixStreamServer


def run(command):
    """Run a command of the host; what it printed."""
    return subprocess.check_output(command.split(), text=True)


def bridge_of(request):
    return "cb-" + request["NetworkID"][:12]


def create_network(request):
    """docker network create: make a bridge with the gateway's address."""
    if request["Options"].get("com.docker.network.generic"):
        raise ValueError("the driver cable has no options")
    bridge = bridge_of(request)
    run(f"ip link add {bridge} type bridge")
    run(f"ip addr add {request['IPv4Data'][0]['Gateway']} dev {bridge}")
    run(f"ip link set {bridge} up")
    run(f"iptables -A FORWARD -i {bridge} -o {bridge} -j ACCEPT")


def delete_network(request):
    """docker network rm: undo all of that."""
    bridge = bridge_of(request)
    run(f"iptables -D FORWARD -i {bridge} -o {bridge} -j ACCEPT")
    run(f"ip link del {bridge}")
EOF

# %% endpoint
cat >>cable.py <<'EOF'


def ends_of(request):
    """Names for a cable's two ends: the bridge's and the container's."""
    return "cv-" + request["EndpointID"][:12], "cc-" + request["EndpointID"][:12]


def create_endpoint(request):
    """A container is about to join: make a cable, plug it into the bridge."""
    plug, loose = ends_of(request)
    run(f"ip link add {plug} type veth peer name {loose}")
    run(f"ip link set {plug} master {bridge_of(request)} up")


def delete_endpoint(request):
    """The container has left: take the cable away. Both ends go."""
    run(f"ip link del {ends_of(request)[0]}")


def join(request):
    """Name the interface for the container, and the way out."""
    bridge = json.loads(run(f"ip -json -4 addr show {bridge_of(request)}"))[0]
    return {
        "InterfaceName": {"SrcName": ends_of(request)[1], "DstPrefix": "eth"},
        "Gateway": bridge["addr_info"][0]["local"],
    }
EOF

# %% server
cat >>cable.py <<'EOF'


ANSWERS = {
    "/Plugin.Activate": lambda _: {"Implements": ["NetworkDriver"]},
    "/NetworkDriver.GetCapabilities": lambda _: {"Scope": "local"},
    "/NetworkDriver.CreateNetwork": create_network,
    "/NetworkDriver.DeleteNetwork": delete_network,
    "/NetworkDriver.CreateEndpoint": create_endpoint,
    "/NetworkDriver.DeleteEndpoint": delete_endpoint,
    "/NetworkDriver.Join": join,
}


class Driver(BaseHTTPRequestHandler):
    """A web server with the functions above as its pages."""

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        request = json.loads(self.rfile.read(length) or "{}")
        print(self.path, json.dumps(request), flush=True)
        try:
            answer = ANSWERS.get(self.path, lambda _: {})(request) or {}
        except Exception as error:
            answer = {"Err": str(error)}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *_):
        pass
EOF

# %% start
cat >>cable.py <<'EOF'


socket = Path("/run/docker/plugins/cable.sock")
socket.parent.mkdir(exist_ok=True)
socket.unlink(missing_ok=True)
UnixStreamServer(str(socket), Driver).serve_forever()
EOF
python3 cable.py >requests &

# %% _wait
until [ -S /run/docker/plugins/cable.sock ]; do sleep 0.05; done

# %% create
docker network create --driver cable --subnet 198.51.100.0/24 garden
docker network ls
# claim cable-is-a-driver: A program of about a hundred lines, outside of Docker, can be the driver of a network.
[[ $(docker network inspect -f '{{.Driver}}' garden) == cable && $(wc -l <cable.py) -lt 120 ]]
ip -4 -br addr show type bridge
# claim cable-makes-the-bridge: The bridge of a network whose driver is a program of one's own is made by the driver: the engine asks for a network, and gives the driver its addresses.
[[ $(ip -4 -br addr show "cb-$(docker network inspect -f '{{slice .Id 0 12}}' garden)") == *" 198.51.100.1/24"* ]]

# %% containers [picture]
docker run -dit --name alpha --network garden busybox
docker run -dit --name beta --network garden busybox
docker exec alpha ping -c 1 beta
# claim cable-works: Two containers on a network of a driver of one's own reach each other.
[[ $out == *"from 198.51.100.3: "* && $(docker inspect -f '{{.NetworkSettings.Networks.garden.IPAddress}}' beta) == 198.51.100.3 ]]
# claim cable-names: On a network of a driver of one's own, names resolve; the engine sees to that, not the driver.
[[ $out == "PING beta (198.51.100.3)"* && $(docker exec alpha cat /etc/resolv.conf) == *"nameserver 127.0.0.11"* && $(cat requests) != *beta* ]]

# %% inside
docker exec alpha ip -4 addr show eth0
# claim cable-address: With a driver of one's own, the engine chooses a container's address and puts it on the interface that the driver has made.
[[ $out == *"inet 198.51.100.2/24"* && $(grep -c 'Interface.*198.51.100.2/24' requests) == 1 && $(grep -c 'addr add' cable.py) == 1 ]]
docker exec alpha ip route
# claim cable-gateway: With a driver of one's own, a container's default route leads to the gateway that the driver named.
[[ $out == "default via 198.51.100.1 dev eth0"* ]]
bridge link
# claim cable-plugs: On the network of the driver cable, each container has a veth pair that the driver has attached to its bridge.
[[ $(bridge link | grep -c " master cb-") == 2 ]]

# %% conversation
cut -d ' ' -f 1 requests
# claim cable-conversation: The engine asks a driver to create a network once, then for each container to create an endpoint and to join it.
[[ $(grep -oE '(CreateNetwork|CreateEndpoint|Join) ' requests | xargs) == "CreateNetwork CreateEndpoint Join CreateEndpoint Join" ]]

# %% words
grep CreateNetwork requests | cut -d ' ' -f 2- | python3 -m json.tool
grep -m 1 CreateEndpoint requests | cut -d ' ' -f 2- | python3 -m json.tool
# claim cable-no-names: The request by which a driver is told of an endpoint says neither the name nor the id of the container: it has an address, the ids of the network and of the endpoint, and options.
[[ $out == *'"Address": "198.51.100.2/24"'* && $out != *alpha* && $out != *$(docker inspect -f '{{slice .Id 0 12}}' alpha)* && $out == *"$(docker inspect -f '{{.NetworkSettings.Networks.garden.EndpointID}}' alpha)"* ]]

# %% firewall
bridge=cb-$(docker network inspect -f '{{slice .Id 0 12}}' garden)
sysctl -w net.bridge.bridge-nf-call-iptables=1
iptables -D FORWARD -i "$bridge" -o "$bridge" -j ACCEPT
# fails
docker exec alpha ping -c 1 -W 1 beta
# claim cable-firewall: Where Linux shows packets that cross a bridge to the firewall, they are dropped on a Docker host unless a rule lets them pass.
[[ $out == *"100% packet loss"* ]] && sysctl -qw net.bridge.bridge-nf-call-iptables=0 && docker exec alpha ping -c 1 -W 1 beta && sysctl -qw net.bridge.bridge-nf-call-iptables=1
iptables -A FORWARD -i "$bridge" -o "$bridge" -j ACCEPT

# %% outside
docker exec alpha ping -c 1 192.0.2.11
# claim cable-host: On the network of the driver cable a container reaches the host, because the bridge has an address there.
[[ $out == *"from 192.0.2.11: "* ]]
# fails
docker exec alpha ping -c 1 -W 1 203.0.113.10
# claim cable-no-nat: On the network of the driver cable, which sets up no NAT, a container does not reach an outside host.
[[ $out == *"100% packet loss"* && $(iptables -t nat -S) != *198.51.100.* ]]

# %% publish
docker run -d --name web --network garden -p 8080:80 busybox httpd -f
docker inspect -f '{{json .HostConfig.PortBindings}}' web
# fails
curl -sS http://localhost:8080
# claim cable-no-port: On the network of the driver cable, which publishes nothing, a port that is asked for with -p is not opened on the host.
[[ $status == 7 && -z $(ss -Hltn 'sport = :8080') ]]
tail -n 5 requests | grep -o '^[^ ]*\|"com.docker.network.portmap".*'
# claim cable-told-of-port: The engine tells a driver of one's own which port is to be published; to publish it is the driver's work.
[[ $(grep -c '"HostPort": 8080' requests) -ge 1 ]]

# %% refusal
# fails
docker network create --driver cable --opt colour=blue painted
# claim cable-refusal: What a driver of one's own answers as an error is what the user reads, and there is no network.
[[ $out == *"the driver cable has no options" && -z $(docker network ls -qf name=painted) ]]

# %% leave
docker rm -f alpha beta web
docker network rm garden
cut -d ' ' -f 1 requests | grep Delete | uniq -c
# claim cable-goodbye: When containers and network are removed, a driver of one's own is asked to delete each endpoint, and last of all the network.
[[ $(grep -c ^/NetworkDriver.DeleteEndpoint requests) == 3 && $(tail -n 1 requests) == /NetworkDriver.DeleteNetwork* ]]
ip -br link
# claim cable-tidy: When containers and network are removed, neither bridge nor veth pair of the driver cable is left on the host.
[[ $(cd /sys/class/net && echo *) == "docker0 eth0 lo" ]]

# %% gone
kill $!
# fails
timeout 1 docker network create --driver cable attic
# claim cable-waits: While the program of a driver is not running, the engine neither makes a network with it nor refuses within a second: it keeps trying.
[[ $status == 124 && -z $(docker network ls -qf name=attic) ]]
docker info -f '{{json .Plugins.Network}}'
# claim cable-unlisted: A driver without a network is no longer in the engine's list when its program has gone.
[[ $out == *'"bridge"'* && $out != *cable* ]]

# %% back
python3 cable.py >>requests &
until docker network ls | grep attic; do sleep 0.1; done
# claim cable-catches-up: When the program of a driver runs again, the engine makes the network that it was asked for meanwhile.
[[ $(docker network inspect -f '{{.Driver}}' attic) == cable && $(docker info -f '{{json .Plugins.Network}}') == *cable* ]]

# %% swarm
docker swarm init --advertise-addr 192.0.2.11 >/dev/null
# fails
docker network create --driver cable --scope swarm wide
# claim cable-not-for-swarm: A driver that was plugged in as a socket cannot make a network for the whole swarm.
[[ $out == *"not supported in swarm mode" && -z $(docker network ls -qf name=wide) ]]
# fails
docker service create --detach --name web --network attic busybox
# claim cable-not-for-services: A service cannot use the network of a driver that was plugged in as a socket.
[[ -z $(docker service ls -q) && $(docker network inspect -f '{{.Scope}}' attic) == local ]]

# %% _settled
until docker network inspect docker_gwbridge >/dev/null 2>&1; do sleep 0.1; done
