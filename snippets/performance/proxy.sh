# What passes through the program docker-proxy, and what does not.
# nodes: docker1 client

# %% start
docker run -d --name server -p 8080:5201 -v /:/machine:ro --tmpfs /machine/tmp \
    busybox chroot /machine iperf3 -s

# %% _listens
until docker exec server grep -qi ":1451 .* 0A " /proc/net/tcp /proc/net/tcp6; do sleep 0.1; done

# %% tool
ticks() {
    pgrep docker-proxy | sed 's,.*,/proc/&/stat,' | xargs cat | awk '{ sum += $14 + $15 } END { print sum }'
}

# %% outside
before=$(ticks)
# on: client
iperf3 -c 192.0.2.11 -p 8080 -t 1 >/dev/null && echo "sent for a second"
# on: docker1
echo "docker-proxy took $(($(ticks) - before)) ticks of processor time"
# claim performance-passes-by: What another machine sends to a published port passes docker-proxy by: the program takes no processor time for it.
[[ $(ticks) == "$before" && -n $before && $(docker logs server 2>&1) == *"Accepted connection from 192.0.2.50"* ]]

# %% own-address
before=$(ticks)
iperf3 -c 192.0.2.11 -p 8080 -t 1 >/dev/null && echo "sent for a second"
echo "docker-proxy took $(($(ticks) - before)) ticks of processor time"
# claim performance-own-address: What the host sends to a port that it publishes itself, at its own address on the LAN, does not pass through docker-proxy.
[[ $(ticks) == "$before" ]]

# %% loopback
before=$(ticks)
iperf3 -c 127.0.0.1 -p 8080 -t 1 >/dev/null && echo "sent for a second"
echo "docker-proxy took $(($(ticks) - before)) ticks of processor time"
# claim performance-through: What the host sends to a published port at 127.0.0.1 goes through docker-proxy, which takes processor time for it.
(($(ticks) > before))
