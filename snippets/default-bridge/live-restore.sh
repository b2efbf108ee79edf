# An engine that keeps containers alive while it is restarted.

# %% daemon-json
cat >/etc/docker/daemon.json <<'END'
{
  "live-restore": true
}
END

# %% _restart
arguments=$(tr '\0' ' ' <"/proc/$(cat /run/docker.pid)/cmdline" | cut -d ' ' -f 2-)
kill "$(cat /run/docker.pid)"
while pidof dockerd >/dev/null; do sleep 0.05; done
dockerd $arguments >/tmp/dockerd.log 2>&1 &
until docker version >/dev/null 2>&1; do sleep 0.05; done

# %% start
docker run -dit --name old busybox
docker inspect -f '{{.State.Status}} since {{.State.StartedAt}}' old
started=$(docker inspect -f '{{.State.Pid}} {{.State.StartedAt}}' old)

# %% _again
kill "$(cat /run/docker.pid)"
while pidof dockerd >/dev/null; do sleep 0.05; done
dockerd $arguments >/tmp/dockerd.log 2>&1 &
until docker version >/dev/null 2>&1; do sleep 0.05; done

# %% still
docker inspect -f '{{.State.Status}} since {{.State.StartedAt}}' old
# claim default-bridge-live-restore: With "live-restore": true in daemon.json a container runs on while the engine is restarted.
[[ $(docker inspect -f '{{.State.Pid}} {{.State.StartedAt}}' old) == "$started" && $(docker inspect -f '{{.State.Status}} {{.HostConfig.RestartPolicy.Name}}' old) == "running "?(no) ]]
