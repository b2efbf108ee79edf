"""Where host-gateway points, for a container on a network of its own."""

import docker

client = docker.from_env()
client.networks.create("mynet")

# %% address
outside = {"outside": "host-gateway"}
alpha = client.containers.run("busybox", name="alpha", network="mynet", extra_hosts=outside, detach=True, tty=True)
hosts = alpha.exec_run("grep outside /etc/hosts").output.decode()
routes = alpha.exec_run("ip route").output.decode()
print(hosts + routes, end="")
# claim doc-host-gateway: The special address host-gateway is the host's address on the default bridge, also for a container on another network.
assert hosts == "172.17.0.1\toutside\n" and routes.startswith("default via 172.18.0.1 ")

# %% reach
reply = alpha.exec_run("ping -c 1 outside").output.decode()
print(reply, end="")
# claim doc-host-gateway-reached: By the name that stands for host-gateway, a container on another network reaches its host.
assert "from 172.17.0.1: " in reply
