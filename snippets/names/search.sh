# A search domain, and a neighbour that is not up yet.

docker network create mynet

# The office's DNS server, which knows a db.corp.example, and that machine. Both are played by this machine, at addresses of their own.
ip addr add 192.0.2.51/24 dev eth0
ip addr add 192.0.2.77/24 dev eth0
dnsmasq --no-resolv --no-hosts --bind-interfaces --listen-address=192.0.2.51 --log-queries --log-facility=/tmp/asked \
    --host-record=db.corp.example,192.0.2.77 --server=192.0.2.1
printf '%s\n' 'search corp.example' 'nameserver 192.0.2.51' >/etc/resolv.conf

# %% file
cat /etc/resolv.conf
docker run -dit --name beta --network mynet busybox
docker exec beta grep -v '^#' /etc/resolv.conf
# claim names-search-inherited: A container gets the search domain of its host.
[[ $out == *"search corp.example"* && $out == *"nameserver 127.0.0.11"* ]]
# claim names-ndots-zero: In a container on a user-defined network, ndots is 0 unless you say otherwise.
[[ $out == *"ndots:0"* ]]

# %% office
docker exec beta ping -c 1 db
# claim names-search-office: The name of a neighbour that does not run, with the search domain behind it, is answered by the office's DNS server if that has such a name.
[[ $out == "PING db (192.0.2.77)"* ]]

# %% neighbour
docker run -dit --name db --network mynet busybox
docker exec beta ping -c 1 db
# claim names-search-neighbour-first: When a neighbour runs, its name leads to it, though the office has such a name under the search domain.
[[ $out == "PING db (172.18.0.3)"* ]]

# %% asked
grep -o 'query.A. db.* ' /tmp/asked
# claim names-search-asked: When a neighbour does not run, the office's DNS server is asked for its name as it is, and then for the name with the search domain behind it.
[[ $out == $'query[A] db from \nquery[A] db.corp.example from ' ]]

# %% ndots
docker run --rm --network mynet --dns-option ndots:1 busybox ping -c 1 db
# claim names-ndots-one: With ndots 1 a name without a dot is tried with the search domain first, so the office's machine wins over a neighbour that runs.
[[ $out == "PING db (192.0.2.77)"* && $(docker exec beta ping -c 1 db) == *"from 172.18.0.3: "* ]]

# %% without
docker stop -t 0 db
# fails
docker run --rm --network mynet --dns-search . busybox ping -c 1 db
# claim names-search-none: With --dns-search . a container has no search domain, and the name of a neighbour that does not run does not resolve.
[[ $out == *"bad address 'db'" && $(docker exec beta ping -c 1 db) == "PING db (192.0.2.77)"* ]]
