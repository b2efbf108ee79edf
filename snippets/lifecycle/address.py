"""What becomes of a container's address."""

from pathlib import Path

import docker

client = docker.from_env()


def address(name):
    return client.containers.get(name).attrs["NetworkSettings"]["Networks"]["bridge"]["IPAddress"]


# %% create
alpha = client.containers.create("busybox", name="alpha", tty=True, stdin_open=True)
print(alpha.status, repr(address("alpha")))
# claim lifecycle-created-no-address: A container that has been created and not started has no address.
assert (alpha.status, address("alpha")) == ("created", "")
alpha.start()
print(address("alpha"))
# claim lifecycle-address-at-start: A container gets its address when it is started.
assert address("alpha") == "172.17.0.2"

# %% stop
alpha.stop(timeout=0)
print(repr(address("alpha")))
# claim lifecycle-stopped-no-address: A container that has stopped has no address.
assert (client.containers.get("alpha").status, address("alpha")) == ("exited", "")
plugged = list(Path("/sys/class/net/docker0/brif").iterdir())
print(plugged)
# claim lifecycle-stopped-no-cable: A container that has stopped is not plugged into the bridge.
assert not plugged and client.containers.get("alpha").status == "exited"

# %% taken
beta = client.containers.run("busybox", name="beta", detach=True, tty=True)
alpha.start()
print(address("beta"), address("alpha"))
# claim lifecycle-address-taken: The address of a container that has stopped is given to the next one that is started, and the first one gets another when it comes back.
assert (address("beta"), address("alpha")) == ("172.17.0.2", "172.17.0.3")

# %% restart
alpha.restart(timeout=0)
print(address("beta"), address("alpha"))
# claim lifecycle-restart-keeps: A container that is restarted, with nobody coming in between, has the same address again if no lower one is free.
assert (address("beta"), address("alpha")) == ("172.17.0.2", "172.17.0.3")

# %% lower
beta.stop(timeout=0)
alpha.restart(timeout=0)
print(address("alpha"))
# claim lifecycle-restart-lowest: A container that is restarted gets the lowest address that is free, even if it had another one and could have had that again.
assert address("alpha") == "172.17.0.2"

# %% fixed
pools = [docker.types.IPAMPool(subnet="198.51.100.0/24")]
client.networks.create("garden", ipam=docker.types.IPAMConfig(pool_configs=pools))
chosen = {"garden": client.api.create_endpoint_config(ipv4_address="198.51.100.77")}


def plant(name, **options):
    return client.api.create_container(
        "busybox",
        name=name,
        tty=True,
        host_config=client.api.create_host_config(network_mode="garden"),
        networking_config=client.api.create_networking_config(chosen),
        **options,
    )


plant("gamma", mac_address="52:54:00:12:34:56")
gamma = client.containers.get("gamma")
gamma.start()
gamma.restart(timeout=0)
gamma.reload()
place = gamma.attrs["NetworkSettings"]["Networks"]["garden"]
print(place["IPAddress"], place["MacAddress"])
# claim lifecycle-fixed-address: A container that was given its IP address and its MAC address has both again after a restart.
assert (place["IPAddress"], place["MacAddress"]) == ("198.51.100.77", "52:54:00:12:34:56")

# %% fixed-not-reserved
gamma.stop(timeout=0)
plant("delta")
client.containers.get("delta").start()
try:
    gamma.start()
except docker.errors.APIError as error:
    print(error.explanation)
# claim lifecycle-fixed-not-reserved: A fixed address is not reserved while its container is stopped: another one can take it, and the first one cannot be started then.
assert [client.containers.get(name).status for name in ("delta", "gamma")] == ["running", "exited"]
