"""Options for the driver bridge that not every engine knows."""

import subprocess

import docker

client = docker.from_env()
bridge = "com.docker.network.bridge"

# %% misspelt
first = client.networks.create("first", options={f"{bridge}.no_such_option": "1"})
print(first.attrs["Options"])
# claim eng-unknown-option-taken: An option that the driver bridge does not know is accepted without a word.
assert first.attrs["Options"] == {f"{bridge}.no_such_option": "1"}

# %% wrong-value
try:
    answer = client.networks.create("second", options={f"{bridge}.gateway_mode_ipv4": "nonsense"}).attrs["Options"]
except docker.errors.APIError as error:
    answer = error.explanation
print(answer)
# claim eng-gateway-mode-unknown [engine <= 26]: Engines 20.10 and 26.1 do not know the option gateway_mode_ipv4, and accept any value for it.
assert answer == {f"{bridge}.gateway_mode_ipv4": "nonsense"}
# claim eng-gateway-mode-checked [engine >= 28]: Engine 28.5 knows the option gateway_mode_ipv4, and refuses a value that is not a gateway mode.
assert "unknown gateway mode nonsense" in answer and not client.networks.list(["second"])

# %% isolated
third = client.networks.create("third", internal=True, options={f"{bridge}.gateway_mode_ipv4": "isolated"})
device = f"br-{third.id[:12]}"
addr = subprocess.run(["ip", "-4", "addr", "show", device], capture_output=True, text=True, check=True).stdout
print(addr, end="")
# claim eng-isolated-no-effect [engine <= 26]: On engines 20.10 and 26.1 the host has an address on a network that was made with the gateway mode isolated.
assert "inet 172." in addr
# claim eng-isolated [engine >= 28]: On engine 28.5 the host has no address on a network that was made with the gateway mode isolated.
assert addr == "" and third.attrs["Options"] == {f"{bridge}.gateway_mode_ipv4": "isolated"}
