# The file resolv.conf in a container on a user-defined network.

# %% file
docker network create mynet
docker run -dit --name alpha --network mynet busybox
docker exec alpha cat /etc/resolv.conf
# claim eng-resolv-server: On a user-defined network a container's resolv.conf names one server, 127.0.0.11.
[[ $(grep ^nameserver <<<"$out") == "nameserver 127.0.0.11" ]]
# claim eng-resolv-silent [engine <= 20]: Engine 20.10 does not say in resolv.conf which servers outside it asks.
[[ $out == *"nameserver 127.0.0.11"* && $out != *192.0.2.1* ]]
# claim eng-resolv-explains [engine >= 26]: Engines 26.1 and 28.5 say in a comment which servers outside they ask.
[[ $(grep ExtServers <<<"$out") == "# ExtServers: "*192.0.2.1* ]]
# claim eng-resolv-from-host [engine >= 28]: Engine 28.5 says in that comment that it asks them from the host.
[[ $out == *"# ExtServers: [host(192.0.2.1)]"* ]]
