"""The file resolv.conf in a container on a user-defined network."""

import docker

client = docker.from_env()

# %% file
client.networks.create("mynet")
alpha = client.containers.run("busybox", name="alpha", network="mynet", detach=True, tty=True)
text = alpha.exec_run("cat /etc/resolv.conf").output.decode()
print(text, end="")
# claim eng-resolv-server: On a user-defined network a container's resolv.conf names one server, 127.0.0.11.
assert [line for line in text.splitlines() if line.startswith("nameserver")] == ["nameserver 127.0.0.11"]
# claim eng-resolv-silent [engine <= 20]: Engine 20.10 does not say in resolv.conf which servers outside it asks.
assert "192.0.2.1" not in text and "nameserver 127.0.0.11" in text
# claim eng-resolv-explains [engine >= 26]: Engines 26.1 and 28.5 say in a comment which servers outside they ask.
assert any(line.startswith("# ExtServers: ") and "192.0.2.1" in line for line in text.splitlines())
# claim eng-resolv-from-host [engine >= 28]: Engine 28.5 says in that comment that it asks them from the host.
assert "# ExtServers: [host(192.0.2.1)]" in text
