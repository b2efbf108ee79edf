# A container on an internal network.
# nodes: docker1 server

docker network create --internal closed
docker run -dit --name app --network closed busybox

# %% symptom
# fails
docker exec -t app ping -c 1 -W 1 203.0.113.10

# %% look
docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}' app
docker network inspect -f '{{.Name}}: internal is {{.Internal}}' closed bridge
# claim trouble-internal: docker network inspect tells which network is internal: one that was made with --internal is, and the default bridge is not.
[[ $out == $'closed: internal is true\nbridge: internal is false' && $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}}{{end}}' app) == closed ]]

# %% connect
docker network connect bridge app
docker exec app ping -c 1 203.0.113.10
# claim trouble-internal-connected: A container on an internal network that is connected to the default bridge as well reaches outside hosts, without a restart.
[[ $out == *"from 203.0.113.10: "* && $(docker inspect -f '{{len .NetworkSettings.Networks}}' app) == 2 ]]
