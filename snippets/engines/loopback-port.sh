# A port published for the host alone, and a neighbour who sends packets to 127.0.0.1 by way of the host.
# nodes: docker1 client

# %% start
docker run -dit --name web --hostname web -p 127.0.0.1:8080:80 busybox httpd -f -h /etc

# %% _listening
until curl -s -m 1 http://127.0.0.1:8080/hostname; do sleep 0.1; done

# %% own-host
curl -s http://127.0.0.1:8080/hostname
# claim eng-loopback-own-host: A port published on 127.0.0.1 answers on the host at that address.
[[ $out == web ]]

# %% lan
# on: client
curl -s -m 1 http://192.0.2.11:8080/hostname || echo "no answer"
# claim eng-loopback-not-on-lan: Another machine on the LAN does not reach a port published on 127.0.0.1 at the host's address.
[[ $out == "no answer" ]] && ping -c 1 192.0.2.11

# %% crafted
ip addr del 127.0.0.1/8 dev lo
ip route add 127.0.0.1 via 192.0.2.11
sysctl -w net.ipv4.conf.eth0.route_localnet=1
curl -s -m 1 http://127.0.0.1:8080/hostname || echo "no answer"
# claim eng-loopback-reached [engine <= 26]: On engines 20.10 and 26.1 a neighbour on the LAN that sends packets for 127.0.0.1 to the host reaches a port published on 127.0.0.1 only.
[[ $out == web ]]
# claim eng-loopback-safe [engine >= 28]: On engine 28.5 a neighbour on the LAN that sends packets for 127.0.0.1 to the host gets no answer.
[[ $out == "no answer" && $(ip route get 127.0.0.1) == *" via 192.0.2.11 dev eth0 "* ]]

# %% rule
# on: docker1
iptables -t raw -S
# claim eng-loopback-rule [engine >= 28]: Engine 28.5 has a rule in the table raw that drops packets for a port published on 127.0.0.1 unless they come from the host itself.
[[ $(iptables -t raw -vS PREROUTING | grep 127.0.0.1) == *"-d 127.0.0.1/32 ! -i lo -p tcp -m tcp --dport 8080 -c "[1-9]*" -j DROP" ]]
