# A context for the machine's engine: by socket, by the addresses it might have.
for h in unix:///var/run/docker.sock tcp://172.17.0.1:2375 tcp://127.0.0.1:2375 tcp://198.18.0.1:2375 tcp://host.docker.internal:2375; do timeout 3 docker -H $h info -f '{{.Name}}' 2>/dev/null | grep -v docker; done | grep .
