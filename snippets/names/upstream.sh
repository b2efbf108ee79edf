# Which questions leave the host.

docker network create mynet
docker run -dit --name alpha --network mynet busybox
docker run -dit --name beta --network mynet busybox

# %% _watch
tcpdump -nl -i eth0 udp dst port 53 >/tmp/asked 2>/tmp/tcpdump &
until grep -q listening /tmp/tcpdump; do sleep 0.05; done

# %% ask
docker exec beta nslookup -type=a alpha | grep 'Address: '
docker exec beta nslookup -type=a example.com | grep 'Address: '
# fails
docker exec beta nslookup -type=a nosuch

# %% _wait
until grep -q nosuch /tmp/asked; do sleep 0.05; done

# %% asked
grep -o 'A? .*\. ' /tmp/asked
# claim names-known-stay-inside: A question for a container's name is answered by Docker and does not leave the host.
[[ $out != *alpha* && $(wc -l </tmp/asked) == 2 && $(docker exec beta ping -c 1 alpha) == *"from 172.18.0.2: "* ]]
# claim names-outside-forwarded: A question for a name outside is passed on to the DNS server of the host.
[[ $out == *"A? example.com. "* && $(grep example.com /tmp/asked) == *"192.0.2.11."*" > 192.0.2.1.53: "* ]]
# claim names-unknown-forwarded: A question for a name that nobody has is passed on to the DNS server of the host, even if there is no dot in it.
[[ $out == *"A? nosuch. "* ]]

# %% stopped
docker stop -t 0 alpha
# fails
docker exec beta nslookup -type=a alpha

# %% _wait-again
until grep -q alpha /tmp/asked; do sleep 0.05; done

# %% asked-again
grep -o 'A? alpha.* ' /tmp/asked
# claim names-stopped-forwarded: When a container has stopped, a question for its name is passed on to the DNS server of the host.
[[ $out == "A? alpha. "* ]]

# %% _tidy
kill $!
