# What the engine tells about a network.

# %% gateway
docker network inspect -f '{{json .IPAM.Config}}' bridge
# claim eng-bridge-gateway-missing [engine <= 20]: A fresh engine 20.10 does not tell the gateway of the default bridge.
[[ $out == '[{"Subnet":"172.17.0.0/16"}]' ]]
# claim eng-bridge-gateway-told [engine >= 26]: Fresh engines 26.1 and 28.5 tell the gateway of the default bridge.
[[ $out == '[{"Subnet":"172.17.0.0/16","Gateway":"172.17.0.1"}]' ]]

# %% ip-versions
docker network inspect bridge | grep EnableIP
# claim eng-ipv4-not-told [engine <= 26]: Engines 20.10 and 26.1 tell only whether a network has IPv6.
[[ $out == *'"EnableIPv6": false,' && $out != *EnableIPv4* ]]
# claim eng-ipv4-told [engine >= 28]: Engine 28.5 tells for IPv4 and IPv6 whether a network has it.
[[ $out == *'"EnableIPv4": true,'*'"EnableIPv6": false,' ]]
