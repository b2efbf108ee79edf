# Three settings called proxy: that of a build, that of containers, that of the engine.
# nodes: docker1 client server

# The proxy, at client: it answers every question itself, and notes who asked for what.
# on: client
cat >/run/proxy.py <<'END'
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Proxy(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"This is the proxy.\n")

    def do_CONNECT(self):
        self.send_error(502)

    def log_request(self, code="-", size="-"):
        print(self.client_address[0], self.requestline, flush=True)

    def log_error(self, *arguments):
        pass


ThreadingHTTPServer(("", 3128), Proxy).serve_forever()
END
python3 /run/proxy.py >/run/asked 2>/run/proxy.log &
until nc -z 127.0.0.1 3128; do sleep 0.05; done
# on: docker1
docker network create mynet
docker run -d --name db --network mynet --hostname tower busybox httpd -f -h /etc
mkdir image && cd image || exit
cat >Dockerfile <<'END'
FROM busybox
RUN (env | grep -i proxy | sort; wget -qO- http://example.com) >/seen
END

# %% shell
export http_proxy=http://192.0.2.50:3128
curl -s http://example.com
docker run --rm busybox wget -qO- http://example.com
docker build -q -t seen . 2>/dev/null
docker run --rm seen cat /seen
# claim build-proxy-not-from-shell: A variable http_proxy of your shell is not handed on to containers and builds.
[[ $out == "Hello from example.com."* && $(docker run --rm busybox wget -qO- http://example.com) == "Hello from "* && $(curl -s http://example.com) == "This is the proxy." ]]

# %% argument
docker build -q --build-arg http_proxy=http://192.0.2.50:3128 -t seen . 2>/dev/null
docker run --rm seen cat /seen
# claim build-proxy-argument: With --build-arg http_proxy=… a RUN has that variable, though the Dockerfile has no ARG for it, and what it fetches comes through the proxy.
[[ $out == $'http_proxy=http://192.0.2.50:3128\nThis is the proxy.' ]]
docker run --rm seen env
# claim build-proxy-argument-gone: A proxy given with --build-arg is not in the environment of a container of that image.
[[ $out == *PATH=* && $out != *proxy* ]]

# %% file
unset http_proxy
mkdir -p ~/.docker
echo '{"proxies": {"default": {"httpProxy": "http://192.0.2.50:3128", "noProxy": "db,.example"}}}' >~/.docker/config.json
docker run --rm busybox env | grep -i proxy | sort
# claim build-proxy-file-environment: What ~/.docker/config.json says of proxies is in the environment of new containers, in small and in capital letters.
[[ $out == *http_proxy=http://192.0.2.50:3128* && $out == *HTTP_PROXY=http://192.0.2.50:3128* && $out == *NO_PROXY=db,.example* && $out == *no_proxy=db,.example* ]]
docker run --rm busybox wget -qO- http://example.com
docker build -q -t seen --no-cache . 2>/dev/null
docker run --rm seen tail -n 1 /seen
# claim build-proxy-file-build: What ~/.docker/config.json says of proxies goes for the RUN of a build, too.
[[ $out == "This is the proxy." ]]
docker exec db env
# claim build-proxy-file-new-only: A container that was there before ~/.docker/config.json named a proxy does not get to know it.
[[ $out == *PATH=* && $out != *proxy* ]]

# %% neighbour
docker run --rm --network mynet -e http_proxy= busybox wget -qO- http://db/hostname
docker run --rm --network mynet busybox wget -qO- http://db/hostname
# claim build-proxy-neighbour: A program that follows http_proxy and not no_proxy asks the proxy for a neighbour's name too, and does not reach the neighbour.
[[ $out == "This is the proxy." && $(docker run --rm --network mynet -e http_proxy= busybox wget -qO- http://db/hostname) == tower ]]

# %% loopback
echo '{"proxies": {"default": {"httpProxy": "http://127.0.0.1:3128"}}}' >~/.docker/config.json
# fails
docker run --rm busybox wget -qO- http://example.com
# claim build-proxy-loopback: In a container on a bridge network, a proxy at 127.0.0.1 is looked for in the container.
[[ $out == *"127.0.0.1"*refused* ]]
rm ~/.docker/config.json

# %% pull-before
# fails
docker pull example.com/thing

# %% _engine-with-proxy
docker rm -f db
arguments=$(tr '\0' ' ' <"/proc/$(cat /run/docker.pid)/cmdline" | cut -d ' ' -f 2-)
kill "$(cat /run/docker.pid)"
while pidof dockerd >/dev/null; do sleep 0.05; done
HTTPS_PROXY=http://192.0.2.50:3128 dockerd $arguments >/tmp/dockerd.log 2>&1 &
until docker version >/dev/null 2>&1; do sleep 0.05; done

# %% pull
tr '\0' '\n' <"/proc/$(cat /run/docker.pid)/environ" | grep PROXY
# fails
docker pull example.com/thing
docker run --rm busybox env
# claim build-proxy-engine-not-containers: The proxy of the engine is not in the environment of containers.
[[ $out == *PATH=* && $out != *[Pp][Rr][Oo][Xx][Yy]* ]]

# %% asked
# on: client
sort -u /run/asked
# claim build-proxy-engine: With HTTPS_PROXY in its environment, the engine pulls through that proxy, from its own address; without, the proxy is not asked.
[[ $(grep -c CONNECT /run/asked) -ge 1 && $out == *"192.0.2.11 CONNECT example.com:443"* ]]
# claim build-proxy-asked: The proxy is asked for the page, and for the neighbour's name.
[[ $out == *"GET http://example.com/"* && $out == *"GET http://db/hostname"* ]]
