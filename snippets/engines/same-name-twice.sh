# Two networks of one name, asked for through the engine's API.

# %% create
docker network create mynet
curl -s --unix-socket /run/docker.sock --json '{"Name": "mynet"}' http://localhost/networks/create
docker network ls --format '{{.Name}}' --filter name=mynet
# claim eng-same-name-twice [engine <= 20]: Engine 20.10 makes a second network of the same name if a program asks for one.
[[ $out == $'mynet\nmynet' ]]
# claim eng-same-name-refused [engine >= 26]: Engines 26.1 and 28.5 refuse a second network of the same name.
[[ $out == mynet && $(curl -s -o /dev/null -w '%{http_code}' --unix-socket /run/docker.sock --json '{"Name": "mynet"}' http://localhost/networks/create) == 409 ]]

# %% command
# fails
docker network create mynet
# claim eng-same-name-command: The docker command refuses to make a second network of the same name.
[[ $out == *"network with name mynet already exists" ]]
