"""Two networks of one name, asked for through the engine's API."""

import docker

client = docker.from_env()

# %% create
client.networks.create("mynet")
refusal = None
try:
    client.networks.create("mynet")
except docker.errors.APIError as error:
    refusal = error.status_code
    print(error.explanation)
for network in client.networks.list(["mynet"]):
    print(network.name)
# claim eng-same-name-twice [engine <= 20]: Engine 20.10 makes a second network of the same name if a program asks for one.
assert [network.name for network in client.networks.list(["mynet"])] == ["mynet", "mynet"]
# claim eng-same-name-refused [engine >= 26]: Engines 26.1 and 28.5 refuse a second network of the same name.
assert [network.name for network in client.networks.list(["mynet"])] == ["mynet"] and refusal == 409
