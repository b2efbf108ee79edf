"""The engine's list of network drivers, and a driver that did not come with it."""

import json
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import UnixStreamServer
from threading import Thread

import docker

client = docker.from_env()

SOCKET = Path("/run/docker/plugins/sketch.sock")
ANSWERS = {"/Plugin.Activate": {"Implements": ["NetworkDriver"]}, "/NetworkDriver.GetCapabilities": {"Scope": "local"}}


class Driver(BaseHTTPRequestHandler):
    """The smallest network driver there can be: it says yes to everything and does nothing."""

    def do_POST(self):
        answer = json.dumps(ANSWERS.get(self.path, {})).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


# %% list
print(client.info()["Plugins"]["Network"])
# claim built-in-drivers: The engine comes with six network drivers: bridge, host, ipvlan, macvlan, null and overlay.
assert client.info()["Plugins"]["Network"] == ["bridge", "host", "ipvlan", "macvlan", "null", "overlay"]
for network in sorted(client.networks.list(), key=lambda network: network.name):
    print(f"{network.name:8}  {network.attrs['Driver']}")
# claim none-is-null: The driver of the network none is called null.
assert client.networks.get("none").attrs["Driver"] == "null"
# claim drivers-without-a-network: Three of the drivers, ipvlan, macvlan and overlay, have no network on a fresh engine.
assert sorted(network.attrs["Driver"] for network in client.networks.list()) == ["bridge", "host", "null"]

# %% plug-in
SOCKET.parent.mkdir(exist_ok=True)
driver = UnixStreamServer(str(SOCKET), Driver)
Thread(target=driver.serve_forever, daemon=True).start()

# %% use
drawing = client.networks.create("drawing", driver="sketch")
for network in sorted(client.networks.list(), key=lambda network: network.name):
    print(f"{network.name:8}  {network.attrs['Driver']}")
# claim drivers-plug-in: A driver can be a program of its own: once it listens on its socket, a network can be made with it.
assert client.networks.get("drawing").attrs["Driver"] == "sketch"
print(client.info()["Plugins"]["Network"])
# claim plugged-in-is-listed: A driver in use that did not come with the engine joins the engine's list of network drivers.
assert "sketch" in client.info()["Plugins"]["Network"]

# %% _tidy
drawing.remove()
driver.shutdown()
SOCKET.unlink()
