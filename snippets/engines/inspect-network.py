"""What the engine tells about a network."""

import docker

client = docker.from_env()
bridge = client.networks.get("bridge")

# %% gateway
print(bridge.attrs["IPAM"]["Config"])
# claim eng-bridge-gateway-missing [engine <= 20]: A fresh engine 20.10 does not tell the gateway of the default bridge.
assert bridge.attrs["IPAM"]["Config"] == [{"Subnet": "172.17.0.0/16"}]
# claim eng-bridge-gateway-told [engine >= 26]: Fresh engines 26.1 and 28.5 tell the gateway of the default bridge.
assert bridge.attrs["IPAM"]["Config"] == [{"Subnet": "172.17.0.0/16", "Gateway": "172.17.0.1"}]

# %% ip-versions
print({key: value for key, value in bridge.attrs.items() if key.startswith("EnableIP")})
# claim eng-ipv4-not-told [engine <= 26]: Engines 20.10 and 26.1 tell only whether a network has IPv6.
assert bridge.attrs["EnableIPv6"] is False and "EnableIPv4" not in bridge.attrs
# claim eng-ipv4-told [engine >= 28]: Engine 28.5 tells for IPv4 and IPv6 whether a network has it.
assert bridge.attrs["EnableIPv6"] is False and bridge.attrs["EnableIPv4"] is True
