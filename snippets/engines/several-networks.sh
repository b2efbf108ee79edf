# A container on two networks: from its first moment, and one after the other.

# %% networks
docker network create front
docker network create back

# %% at-once
# may fail
docker run -dit --name web --network front --network back busybox
# claim eng-two-networks-refused [engine <= 20]: Engine 20.10 refuses to start a container that names two networks.
[[ $status != 0 && $out == *"cannot be connected to network endpoints: "* && -z $(docker ps -aq) ]]
# claim eng-two-networks-accepted [engine >= 26]: Engines 26.1 and 28.5 start a container on two networks at once.
[[ $status == 0 && $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}' web) == "<back><front>" ]]

# %% one-after-the-other
docker run -dit --name app --network front busybox
docker network connect back app
docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}' app
# claim eng-second-network-connected: A running container can be connected to a second network.
[[ $(docker inspect -f '{{.State.Running}} {{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}' app) == "true <back><front>" ]]
