"""A network driver of our own, in Python, used by two containers."""

# %% network
import json
import subprocess
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import UnixStreamServer
from threading import Thread

import docker


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


# %% endpoint
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


# %% server
requests = []
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
        requests.append((self.path, request))
        try:
            answer = ANSWERS.get(self.path, lambda _: {})(request) or {}
        except Exception as error:
            answer = {"Err": str(error)}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *_):
        pass


# %% start
socket = Path("/run/docker/plugins/cable.sock")
socket.parent.mkdir(exist_ok=True)
socket.unlink(missing_ok=True)
driver = UnixStreamServer(str(socket), Driver)
Thread(target=driver.serve_forever, daemon=True).start()

# %% create
ipam = docker.types.IPAMConfig(pool_configs=[docker.types.IPAMPool(subnet="198.51.100.0/24")])
client = docker.from_env()
garden = client.networks.create("garden", driver="cable", ipam=ipam)
for network in sorted(client.networks.list(), key=lambda network: network.name):
    print(f"{network.short_id}  {network.name:8}  {network.attrs['Driver']}")
# claim cable-is-a-driver: A program of about a hundred lines, outside of Docker, can be the driver of a network.
assert client.networks.get("garden").attrs["Driver"] == "cable"
bridge = f"cb-{garden.id[:12]}"
print(run(f"ip -4 -brief addr show {bridge}"), end="")
# claim cable-makes-the-bridge: The bridge of a network whose driver is a program of one's own is made by the driver: the engine asks for a network, and gives the driver its addresses.
assert " 198.51.100.1/24" in run(f"ip -4 -brief addr show {bridge}")

# %% containers
alpha = client.containers.run("busybox", name="alpha", network="garden", detach=True, tty=True)
beta = client.containers.run("busybox", name="beta", network="garden", detach=True, tty=True)
reply = alpha.exec_run("ping -c 1 beta")
print(reply.output.decode(), end="")
# claim cable-works: Two containers on a network of a driver of one's own reach each other.
assert b"from 198.51.100.3: " in reply.output
# claim cable-names: On a network of a driver of one's own, names resolve; the engine sees to that, not the driver.
assert reply.output.startswith(b"PING beta (198.51.100.3)") and "beta" not in str(requests)

# %% conversation
for page, _ in requests:
    print(page)
# claim cable-conversation: The engine asks a driver to create a network once, then for each container to create an endpoint and to join it.
assert [
    page.partition(".")[2] for page, _ in requests if page.endswith(("CreateNetwork", "CreateEndpoint", "Join"))
] == ["CreateNetwork", "CreateEndpoint", "Join", "CreateEndpoint", "Join"]

# %% words
pages = dict(reversed(requests))
print(json.dumps(pages["/NetworkDriver.CreateNetwork"], indent=4))
print(json.dumps(pages["/NetworkDriver.CreateEndpoint"], indent=4))
# claim cable-no-names: The request by which a driver is told of an endpoint says neither the name nor the id of the container: it has an address, the ids of the network and of the endpoint, and options.
assert "198.51.100.2/24" in str(requests) and "alpha" not in str(requests) and alpha.id not in str(requests)

# %% publish
web = client.containers.run("busybox", "httpd -f", name="web", network="garden", ports={"80/tcp": 8080}, detach=True)
print(requests[-1][0], *[request["Options"] for page, request in requests if page.endswith("Join")][-1:])
# claim cable-told-of-port: The engine tells a driver of one's own which port is to be published; to publish it is the driver's work.
assert any("'HostPort': 8080" in str(request) for _, request in requests)
# claim cable-no-port: On the network of the driver cable, which publishes nothing, a port that is asked for with -p is not opened on the host.
assert not run("ss -Hltn sport = :8080") and len(web.attrs["HostConfig"]["PortBindings"]) == 1

# %% refusal
try:
    client.networks.create("painted", driver="cable", options={"colour": "blue"})
except docker.errors.APIError as error:
    print(error.explanation)
    refusal = error.explanation
# claim cable-refusal: What a driver of one's own answers as an error is what the user reads, and there is no network.
assert refusal.endswith("the driver cable has no options") and not client.networks.list(names=["painted"])

# %% leave
for container in (alpha, beta, web):
    container.remove(force=True)
garden.remove()
print(*[page for page, _ in requests if "Delete" in page], sep="\n")
# claim cable-goodbye: When containers and network are removed, a driver of one's own is asked to delete each endpoint, and last of all the network.
assert (
    len([page for page, _ in requests if page.endswith("DeleteEndpoint")]) == 3
    and requests[-1][0] == "/NetworkDriver.DeleteNetwork"
)
print(run("ip -brief link"), end="")
# claim cable-tidy: When containers and network are removed, neither bridge nor veth pair of the driver cable is left on the host.
assert sorted(card.name for card in Path("/sys/class/net").iterdir()) == ["docker0", "eth0", "lo"]

# %% gone
driver.shutdown()
driver.server_close()
try:
    docker.from_env(timeout=1).networks.create("attic", driver="cable")
except OSError as error:
    waited = str(error)
    print(waited)
# claim cable-waits: While the program of a driver is not running, the engine neither makes a network with it nor refuses within a second: it keeps trying.
assert "timed out" in waited.lower() and not client.networks.list(names=["attic"])
print(client.info()["Plugins"]["Network"])
# claim cable-unlisted: A driver without a network is no longer in the engine's list when its program has gone.
assert "cable" not in client.info()["Plugins"]["Network"] and "bridge" in client.info()["Plugins"]["Network"]

# %% back
socket.unlink()
driver = UnixStreamServer(str(socket), Driver)
Thread(target=driver.serve_forever, daemon=True).start()
while not client.networks.list(names=["attic"]):
    time.sleep(0.1)
print(client.networks.get("attic").attrs["Driver"])
# claim cable-catches-up: When the program of a driver runs again, the engine makes the network that it was asked for meanwhile.
assert client.networks.get("attic").attrs["Driver"] == "cable"

# %% swarm
client.swarm.init(advertise_addr="192.0.2.11")
try:
    client.networks.create("wide", driver="cable", scope="swarm")
except docker.errors.APIError as error:
    refusal = error.explanation
    print(refusal)
# claim cable-not-for-swarm: A driver that was plugged in as a socket cannot make a network for the whole swarm.
assert "not supported in swarm mode" in refusal and not client.networks.list(names=["wide"])
try:
    client.services.create("busybox", name="web", networks=["attic"])
except docker.errors.APIError as error:
    print(error.explanation)
# claim cable-not-for-services: A service cannot use the network of a driver that was plugged in as a socket.
assert not client.services.list() and client.networks.get("attic").attrs["Scope"] == "local"

# %% _settled
while not client.networks.list(names=["docker_gwbridge"]):
    time.sleep(0.1)
