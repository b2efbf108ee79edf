# Two servers on the network host that want the same port, and what to do.

# %% first
docker run -dit --name one --network host busybox httpd -f -p 80 -h /etc

# %% _listening
until ss -Hltn 'sport = :80' | grep -q LISTEN; do sleep 0.05; done

# %% second
docker run -dit --name two --network host busybox httpd -f -p 80 -h /etc

# %% _ended
until [[ $(docker inspect -f '{{.State.Status}}' two) == exited ]]; do sleep 0.05; done

# %% why
docker ps --all --format 'table {{.Names}}\t{{.Status}}'
docker logs two
# claim host-second-dies: If a port is taken, a second server on the network host is started all the same, and ends by itself; the reason is in its log.
[[ $(docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' two) == "exited 1" && $out == *"Address already in use"* && $(docker inspect -f '{{.State.Running}}' one) == true ]]

# %% other-port
docker run -dit --name three --network host busybox httpd -f -p 8081 -h /etc

# %% _listening3
until ss -Hltn 'sport = :8081' | grep -q LISTEN; do sleep 0.05; done

# %% both
curl -s http://localhost:80/hostname
curl -s http://localhost:8081/hostname
# claim host-choose-port: On the network host a server has to be told to use another port; then both run.
[[ $out == docker1 && $(docker ps --format '{{.Names}}' | sort | xargs) == "one three" && -n $(ss -Hltn 'sport = :80') && -n $(ss -Hltn 'sport = :8081') ]]
