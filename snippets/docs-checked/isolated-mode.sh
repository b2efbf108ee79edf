# The gateway mode isolated, for a network that is not internal.

# %% create
# may fail
docker network create --opt com.docker.network.bridge.gateway_mode_ipv4=isolated mynet
# claim doc-isolated-taken [engine <= 26]: Engines 20.10 and 26.1 accept the gateway mode isolated for a network that is not internal.
[[ $status == 0 && $(docker network inspect -f '{{.Internal}}' mynet) == false ]]
# claim doc-isolated-refused [engine >= 28]: Engine 28.5 accepts the gateway mode isolated for internal networks only.
[[ $status != 0 && $out == *"can only be used for an internal network"* && -n $(docker network create --internal --opt com.docker.network.bridge.gateway_mode_ipv4=isolated inner) ]]
