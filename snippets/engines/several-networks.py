"""A container on two networks: from its first moment, and one after the other."""

import docker

client = docker.from_env()

# %% networks
for name in ("front", "back"):
    print(client.networks.create(name).short_id)

# %% at-once
endpoints = {name: client.api.create_endpoint_config() for name in ("front", "back")}
try:
    web = client.api.create_container(
        "busybox",
        name="web",
        tty=True,
        host_config=client.api.create_host_config(network_mode="front"),
        networking_config=client.api.create_networking_config(endpoints),
    )
    client.api.start(web)
    answer = ""
    print(*client.containers.get("web").attrs["NetworkSettings"]["Networks"])
except docker.errors.APIError as error:
    answer = error.explanation
    print(answer)
# claim eng-two-networks-refused [engine <= 20]: Engine 20.10 refuses to start a container that names two networks.
assert "cannot be connected to network endpoints: " in answer and not client.containers.list(all=True)
# claim eng-two-networks-accepted [engine >= 26]: Engines 26.1 and 28.5 start a container on two networks at once.
assert set(client.containers.get("web").attrs["NetworkSettings"]["Networks"]) == {"front", "back"}

# %% one-after-the-other
app = client.containers.run("busybox", name="app", network="front", detach=True, tty=True)
client.networks.get("back").connect(app)
app.reload()
print(app.name, *app.attrs["NetworkSettings"]["Networks"])
# claim eng-second-network-connected: A running container can be connected to a second network.
assert app.status == "running" and set(app.attrs["NetworkSettings"]["Networks"]) == {"front", "back"}
