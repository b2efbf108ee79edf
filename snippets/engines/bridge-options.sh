# Options for the driver bridge that not every engine knows.

# %% misspelt
docker network create --opt com.docker.network.bridge.no_such_option=1 first
# claim eng-unknown-option-taken: An option that the driver bridge does not know is accepted without a word.
[[ $(docker network inspect -f '{{json .Options}}' first) == '{"com.docker.network.bridge.no_such_option":"1"}' ]]

# %% wrong-value
# may fail
docker network create --opt com.docker.network.bridge.gateway_mode_ipv4=nonsense second
# claim eng-gateway-mode-unknown [engine <= 26]: Engines 20.10 and 26.1 do not know the option gateway_mode_ipv4, and accept any value for it.
[[ $status == 0 && $(docker network inspect -f '{{json .Options}}' second) == *nonsense* ]]
# claim eng-gateway-mode-checked [engine >= 28]: Engine 28.5 knows the option gateway_mode_ipv4, and refuses a value that is not a gateway mode.
[[ $status != 0 && $out == *"unknown gateway mode nonsense"* && -z $(docker network ls -qf name=second) ]]

# %% isolated
docker network create --internal --opt com.docker.network.bridge.gateway_mode_ipv4=isolated third
bridge=br-$(docker network inspect -f '{{slice .Id 0 12}}' third)
ip -4 addr show "$bridge"
# claim eng-isolated-no-effect [engine <= 26]: On engines 20.10 and 26.1 the host has an address on a network that was made with the gateway mode isolated.
[[ $out == *"inet 172."*"$bridge"* ]]
# claim eng-isolated [engine >= 28]: On engine 28.5 the host has no address on a network that was made with the gateway mode isolated.
[[ -d /sys/class/net/$bridge && -z $(ip -4 addr show "$bridge") ]]
