# Another machine on the LAN goes straight for the addresses of containers.
# nodes: docker1 client

# %% start
docker run -dit --name public --hostname public -p 8080:80 busybox httpd -f -h /etc
docker run -dit --name private --hostname private busybox httpd -f -h /etc
docker inspect -f '{{.Name}} {{.NetworkSettings.Networks.bridge.IPAddress}}' public private

# %% _listening
until nc -z -w 1 172.17.0.2 80 && nc -z -w 1 172.17.0.3 80; do sleep 0.1; done

# %% published
# on: client
ip route add 172.17.0.0/16 via 192.0.2.11
curl -s -m 1 http://172.17.0.2/hostname || echo "no answer"
# claim eng-direct-published-open [engine <= 26]: On engines 20.10 and 26.1 another machine on the LAN that has a route reaches a published port at the container's own address.
[[ $out == public ]]
# claim eng-direct-published-shut [engine >= 28]: On engine 28.5 another machine on the LAN that has a route does not reach a published port at the container's own address.
[[ $out == "no answer" ]] && curl -s -m 1 http://192.0.2.11:8080/hostname

# %% unpublished
curl -s -m 1 http://172.17.0.3/hostname || echo "no answer"
# on: docker1
iptables -S FORWARD | head -n 1
# claim eng-direct-unpublished-shut: If the policy of the chain FORWARD is DROP, another machine on the LAN does not reach a port that is not published.
[[ $out == "-P FORWARD DROP" && $(curl -s -m 1 http://172.17.0.3/hostname) == private ]]

# %% policy-accept
iptables -P FORWARD ACCEPT
# on: client
curl -s -m 1 http://172.17.0.3/hostname || echo "no answer"
# claim eng-policy-accept-opens [engine <= 26]: On engines 20.10 and 26.1, if the policy of the chain FORWARD is ACCEPT, another machine on the LAN that has a route reaches even a port that is not published.
[[ $out == private ]]
# claim eng-policy-accept-shut [engine >= 28]: On engine 28.5 another machine on the LAN that has a route does not reach a port that is not published, even if the policy of the chain FORWARD is ACCEPT.
[[ $out == "no answer" ]]

# %% raw-table
# on: docker1
iptables -t raw -S
# claim eng-raw-empty [engine <= 26]: Engines 20.10 and 26.1 leave the table raw empty.
[[ $out != *"-A "* && $(docker ps -q | wc -l) == 2 ]]
# claim eng-raw-drop [engine >= 28]: Engine 28.5 has a rule in the table raw for each container, which drops packets for its address unless they come from its own bridge.
[[ $out == *"-A PREROUTING -d 172.17.0.2/32 ! -i docker0 -j DROP"*"-A PREROUTING -d 172.17.0.3/32 ! -i docker0 -j DROP" ]]
