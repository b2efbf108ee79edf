# The engine's list of network drivers, and a driver that did not come with it.

# The smallest network driver there can be: a web server on a socket that says yes to everything and does nothing.
cat >/tmp/sketch.py <<'EOF'
import http.server, json, os, socketserver

SOCKET = "/run/docker/plugins/sketch.sock"
ANSWERS = {"/Plugin.Activate": {"Implements": ["NetworkDriver"]}, "/NetworkDriver.GetCapabilities": {"Scope": "local"}}

class Driver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        answer = json.dumps(ANSWERS.get(self.path, {})).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass

os.makedirs("/run/docker/plugins", exist_ok=True)
socketserver.UnixStreamServer(SOCKET, Driver).serve_forever()
EOF

# %% list
docker info -f '{{json .Plugins.Network}}'
# claim built-in-drivers: The engine comes with six network drivers: bridge, host, ipvlan, macvlan, null and overlay.
[[ $out == '["bridge","host","ipvlan","macvlan","null","overlay"]' ]]
docker network ls
# claim none-is-null: The driver of the network none is called null.
[[ $(docker network inspect -f '{{.Driver}}' none) == null ]]
# claim drivers-without-a-network: Three of the drivers, ipvlan, macvlan and overlay, have no network on a fresh engine.
[[ $(docker network ls --format '{{.Driver}}' | sort | xargs) == "bridge host null" ]]

# %% plug-in
python3 /tmp/sketch.py &

# %% _wait
until [ -S /run/docker/plugins/sketch.sock ]; do sleep 0.05; done

# %% use
docker network create --driver sketch drawing
docker network ls
# claim drivers-plug-in: A driver can be a program of its own: once it listens on its socket, a network can be made with it.
[[ $(docker network inspect -f '{{.Driver}}' drawing) == sketch ]]
docker info -f '{{json .Plugins.Network}}'
# claim plugged-in-is-listed: A driver in use that did not come with the engine joins the engine's list of network drivers.
[[ $out == *'"sketch"'* ]]

# %% _tidy
docker network rm drawing
kill $!
rm /tmp/sketch.py /run/docker/plugins/sketch.sock
