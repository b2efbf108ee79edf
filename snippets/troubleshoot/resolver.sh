# A container that reaches addresses outside, and no names, because nobody answers where it asks for them.
# nodes: docker1 server

echo "nameserver 192.0.2.53" >/etc/resolv.conf
docker run -dit --name app busybox

# %% symptom
docker exec app wget -qO- http://203.0.113.10
docker exec app timeout 1 nslookup -type=a example.com || echo "no answer"
# claim trouble-dns-address-works: If nobody answers at the address of the DNS server, the container still reaches addresses outside, and names do not resolve.
[[ $out == "no answer" && $(docker exec app wget -qO- http://203.0.113.10) == *"You come from 192.0.2.11." ]]

# %% look
docker exec app grep nameserver /etc/resolv.conf
docker exec app nslookup -type=a example.com 192.0.2.1
# claim trouble-dns-other-answers: Where a container's DNS server does not answer, nslookup can ask another one from the same container.
[[ $out == *"Address: 203.0.113.10"* && $(docker exec app grep nameserver /etc/resolv.conf) == "nameserver 192.0.2.53" ]]

# %% fix
echo "nameserver 192.0.2.1" >/etc/resolv.conf
docker restart -t 0 app
docker exec app wget -qO- http://example.com
# claim trouble-dns-restart: When the host's resolv.conf names a server that answers, the container resolves names after a restart.
[[ $out == *"You come from 192.0.2.11." && $(docker exec app grep nameserver /etc/resolv.conf) == "nameserver 192.0.2.1" ]]
