# Whom containers ask, on a host whose DNS server is that of systemd, at 127.0.0.53.

# As systemd-resolved leaves it: the host asks 127.0.0.53, and a second file says whom that server asks.
mkdir -p /run/systemd/resolve
echo "nameserver 192.0.2.1" >/run/systemd/resolve/resolv.conf
echo "nameserver 127.0.0.53" >/etc/resolv.conf

# The engine looks for these files when it starts.
arguments=$(tr '\0' ' ' <"/proc/$(cat /run/docker.pid)/cmdline" | cut -d ' ' -f 2-)
kill "$(cat /run/docker.pid)"
while pidof dockerd >/dev/null; do sleep 0.05; done
dockerd $arguments >/tmp/dockerd.log 2>&1 &
until docker version >/dev/null 2>&1; do sleep 0.05; done

# %% files
cat /etc/resolv.conf
cat /run/systemd/resolve/resolv.conf

# %% container
docker run --rm busybox grep ^nameserver /etc/resolv.conf
# claim names-stub-gives-upstream: If the only DNS server of the host is on 127.0.0.53, a container on the default bridge gets those that are in /run/systemd/resolve/resolv.conf.
[[ $out == "nameserver 192.0.2.1" && $(grep ^nameserver /etc/resolv.conf) == "nameserver 127.0.0.53" ]]
docker run --rm busybox nslookup -type=a example.com
# claim names-stub-resolves: On a host whose DNS server is on 127.0.0.53, a container on the default bridge looks up names at the server behind it.
[[ $out == *"Server:"*"192.0.2.1"*"Address: 203.0.113.10" ]]
