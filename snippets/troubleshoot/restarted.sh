# Two containers, and an engine that is restarted.

restart_engine() { # the same dockerd once more; with systemd it is: systemctl restart docker
    local command
    mapfile -d '' -t command <"/proc/$(pidof dockerd)/cmdline"
    kill "$(pidof dockerd)" && while pidof dockerd; do sleep 0.1; done >/dev/null
    "${command[@]}" >/run/dockerd.log 2>&1 &
    until docker version >/dev/null 2>&1; do sleep 0.1; done
}

# httpd as a container's first process does not end when it is told to, so the engine would wait ten seconds for each.
docker run -d --stop-signal KILL --name web --hostname web -p 8080:80 busybox httpd -f -h /etc
docker run -d --stop-signal KILL --name keeper --hostname keeper -p 8081:80 busybox httpd -f -h /etc

# %% before
docker update --restart unless-stopped keeper
docker ps --format 'table {{.Names}}\t{{.Ports}}'

# %% _restarted
restart_engine
until nc -z -w 1 127.0.0.1 8081 && curl -s http://127.0.0.1:8081/hostname; do sleep 0.1; done

# %% after
# fails
nc -v -w 1 127.0.0.1 8080
docker ps --all --format 'table {{.Names}}\t{{.Status}}\t{{.Ports}}'
docker inspect -f '{{.Name}} {{.HostConfig.RestartPolicy.Name}}' web keeper
# claim trouble-restart-policy: After a restart of the engine, a container without a restart policy is not started again, and one with unless-stopped is.
[[ $out == "/web "?(no)$'\n/keeper unless-stopped' && $(docker inspect -f '{{.State.Running}}' web keeper) == $'false\ntrue' ]]
# claim trouble-restart-updated: With docker update a running container gets a restart policy without being made anew, and it is started again after the next restart of the engine.
[[ $out == *$'/keeper unless-stopped' && $(docker inspect -f '{{.State.Running}}' web keeper) == $'false\ntrue' ]]

# %% fix
docker update --restart unless-stopped web
docker start web

# %% _again
until nc -z -w 1 127.0.0.1 8080 && curl -s http://127.0.0.1:8080/hostname; do sleep 0.1; done

# %% again
curl -s http://127.0.0.1:8080/hostname
# claim trouble-restart-started: A container that was not started again can be started, and its published port answers.
[[ $out == web && $(docker inspect -f '{{.State.Running}} {{.HostConfig.RestartPolicy.Name}}' web) == "true unless-stopped" ]]
