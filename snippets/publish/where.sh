# All that one can write behind -p, and who gets in.
# nodes: docker1 client

# The image `who`: a web server that answers with the address of whoever asks.
docker run --name draft busybox sh -c "mkdir -p /www/cgi-bin && cd /www/cgi-bin &&
    printf '#!/bin/sh\necho\necho \"You come from \$REMOTE_ADDR.\"\n' >index.cgi && chmod +x index.cgi"
docker commit --change 'CMD ["httpd", "-f", "-p", "0.0.0.0:80", "-h", "/www"]' --change "EXPOSE 80" draft who
docker rm draft
# The host gets a second address on the LAN.
ip addr add 192.0.2.21/24 dev eth0

# %% all
docker run -d --name all -p 8080:80 who
docker port all
# claim publish-all-addresses: If no address is given, by -p or by a setting, a port is published on all addresses of the host, IPv4 and IPv6.
[[ $(docker inspect -f '{{range index .NetworkSettings.Ports "80/tcp"}}<{{.HostIp}}>{{end}}' all) == "<0.0.0.0><::>" ]]

# %% loopback
docker run -d --name own -p 127.0.0.1:8081:80 who
docker port own
# claim publish-loopback-only: If the address 127.0.0.1 is given, a port is published there and nowhere else.
[[ $(docker inspect -f '{{range index .NetworkSettings.Ports "80/tcp"}}<{{.HostIp}}>{{end}}' own) == "<127.0.0.1>" ]]

# %% address
ip -4 -br addr show eth0
docker run -d --name one -p 192.0.2.21:8082:80 who
docker port one
# claim publish-one-address: If an address of the host is given, a port is published on that address and on no other.
[[ $(docker inspect -f '{{range index .NetworkSettings.Ports "80/tcp"}}<{{.HostIp}}>{{end}}' one) == "<192.0.2.21>" ]]

# %% _listening
until nc -z -w 1 172.17.0.2 80 && nc -z -w 1 172.17.0.3 80 && nc -z -w 1 172.17.0.4 80; do sleep 0.05; done

# %% on-the-host
curl -s http://127.0.0.1:8080
curl -s http://127.0.0.1:8081
# claim publish-loopback-for-the-host: The host itself reaches a port that is published on 127.0.0.1.
[[ $out == "You come from 172.17.0.1." ]]

# %% on-the-lan
# on: client
curl -s -m 1 http://192.0.2.11:8080
# fails
curl -sS -m 1 http://192.0.2.11:8081
# claim publish-loopback-not-for-the-lan: A machine on the LAN does not reach a port at the host's address that is published on 127.0.0.1.
[[ $status == 7 && $(curl -s -m 1 http://192.0.2.11:8080) == "You come from 192.0.2.50." ]]
curl -s -m 1 http://192.0.2.21:8082
# fails
curl -sS -m 1 http://192.0.2.11:8082
# claim publish-one-address-only-there: A machine on the LAN reaches a port that is published on one address of the host at that address and not at another.
[[ $status == 7 && $(curl -s -m 1 http://192.0.2.21:8082) == "You come from 192.0.2.50." ]]
# on: docker1

# %% range
docker run -d --name range -p 8090-8092:80-82 who
docker port range | sort
# claim publish-range: A range of ports is published as a range of the same size, in order.
[[ $(docker inspect -f '{{range $port, $bound := .NetworkSettings.Ports}}{{$port}}={{(index $bound 0).HostPort}} {{end}}' range) == "80/tcp=8090 81/tcp=8091 82/tcp=8092 " ]]

# %% first-free
docker run -d --name first -p 8100-8109:80 who
docker run -d --name second -p 8100-8109:80 who
docker port first 80
docker port second 80
# claim publish-first-free: If one port is published on a range of the host's, the engine takes the first that is free.
[[ $(docker inspect -f '{{(index .NetworkSettings.Ports "80/tcp" 0).HostPort}}' first second) == $'8100\n8101' ]]

# %% random
docker run -d --name any -p 80 who
docker port any 80
# claim publish-random: If no port of the host is given, the engine picks one that is free.
[[ $(docker inspect -f '{{(index .NetworkSettings.Ports "80/tcp" 0).HostPort}}' any) -ge 32768 && -n $(curl -s "http://127.0.0.1:$(docker inspect -f '{{(index .NetworkSettings.Ports "80/tcp" 0).HostPort}}' any)") ]]

# %% udp
docker run -dit --name clock -p 5000:5000/udp busybox
docker port clock
# claim publish-udp: A port is published for UDP if one says so, and then not for TCP.
[[ $(docker inspect -f '{{len .NetworkSettings.Ports}} {{(index .NetworkSettings.Ports "5000/udp" 0).HostPort}}' clock) == "1 5000" && -z $(ss -Hltn 'sport = :5000') && -n $(ss -Hlun 'sport = :5000') ]]
