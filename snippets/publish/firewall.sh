# A published port and the host's firewall: what does not stop it, and what does.
# nodes: docker1 client router

# The image `who`: a web server that answers with the address of whoever asks.
docker run --name draft busybox sh -c "mkdir -p /www/cgi-bin && cd /www/cgi-bin &&
    printf '#!/bin/sh\necho\necho \"You come from \$REMOTE_ADDR.\"\n' >index.cgi && chmod +x index.cgi"
docker commit --change 'CMD ["httpd", "-f", "-p", "0.0.0.0:80", "-h", "/www"]' --change "EXPOSE 80" draft who
docker rm draft
docker run -d --name web -p 8080:80 who
until nc -z -w 1 172.17.0.2 80; do sleep 0.05; done

# %% input
iptables -I INPUT -i eth0 -p tcp -j DROP
# on: client
curl -s -m 1 http://192.0.2.11:8080 || echo "no answer"
# claim publish-input-does-not-stop: A rule in the chain INPUT that drops what comes in from the LAN does not stop a published port.
[[ $out == "You come from 192.0.2.50." ]]
# on: docker1
iptables -vS INPUT
# claim publish-never-in-input: The packets of a client on the LAN to a published port do not pass the chain INPUT.
[[ $out == *"-A INPUT -i eth0 -p tcp -c 0 0 -j DROP" ]]

# %% why
iptables -I DOCKER-USER -i eth0 -p tcp -m conntrack --ctstate NEW
# on: client
curl -s -m 1 http://192.0.2.11:8080 || echo "no answer"
# on: docker1
iptables -vS DOCKER-USER
# claim publish-passes-docker-user: A connection from the LAN to a published port passes the chain DOCKER-USER.
[[ $out == *"-A DOCKER-USER -i eth0 -p tcp -m conntrack --ctstate NEW -c 1 60"* ]]

# %% _why-not
iptables -D DOCKER-USER 1

# %% wrong-port
iptables -I DOCKER-USER -i eth0 -p tcp --dport 8080 -j DROP
# on: client
curl -s -m 1 http://192.0.2.11:8080 || echo "no answer"
# claim publish-docker-user-sees-container-port: A rule in the chain DOCKER-USER for the host's port does not stop a published port, because the destination has been replaced by then.
[[ $out == "You come from 192.0.2.50." ]]
# on: docker1

# %% right-port
iptables -R DOCKER-USER 1 -i eth0 -p tcp -m conntrack --ctorigdstport 8080 -j DROP
# on: client
curl -s -m 1 http://192.0.2.11:8080 || echo "no answer"
# claim publish-docker-user-stops: A rule in the chain DOCKER-USER for the port to which the connection was made stops a published port.
[[ $out == "no answer" ]] && ping -c 1 192.0.2.11
# on: docker1
curl -s http://192.0.2.11:8080
# claim publish-docker-user-not-the-host: A rule in the chain DOCKER-USER for packets that come in from the LAN does not stop the host itself.
[[ $out == "You come from 192.0.2.11." ]]

# %% except
iptables -R DOCKER-USER 1 -i eth0 ! -s 192.0.2.50 -p tcp -m conntrack --ctorigdstport 8080 -j DROP
# on: client
curl -s -m 1 http://192.0.2.11:8080 || echo "no answer"
# claim publish-docker-user-source: A rule in the chain DOCKER-USER can make an exception for one client.
[[ $out == "You come from 192.0.2.50." ]]
# on: router
curl -s -m 1 http://192.0.2.11:8080 || echo "no answer"
# claim publish-docker-user-others: Another machine on the LAN than the one for which the rule makes an exception gets no answer, though it reaches the host.
[[ $out == "no answer" ]] && ping -c 1 192.0.2.11
# on: docker1
iptables -D DOCKER-USER 1

# %% ipv6
iptables -I DOCKER-USER -i eth0 -p tcp -m conntrack --ctorigdstport 8080 -j DROP
# on: client
curl -s -m 1 http://192.0.2.11:8080 || echo "no answer"
curl -s -m 1 http://[2001:db8:1::11]:8080 || echo "no answer"
# claim publish-ipv6-gets-by: A rule in the chain DOCKER-USER of the IPv4 firewall does not stop a client that asks over IPv6.
[[ $out == "You come from 172.17.0.1." && $(curl -s -m 1 http://192.0.2.11:8080 || echo "no answer") == "no answer" ]]
# on: docker1

# %% ipv6-input
ip6tables -I INPUT -i eth0 -p tcp --dport 8080 -j DROP
# on: client
curl -s -m 1 http://[2001:db8:1::11]:8080 || echo "no answer"
# claim publish-ipv6-stopped-in-input: If the container has no IPv6 address, a rule in the chain INPUT of the IPv6 firewall stops a published port for clients that ask over IPv6.
[[ $out == "no answer" ]] && ping -6 -c 1 2001:db8:1::11
# on: docker1

# %% _no-rules
iptables -D INPUT 1
iptables -D DOCKER-USER 1

# %% loopback
docker rm -f web
docker run -d --name web -p 127.0.0.1:8080:80 who
# on: client
curl -sS -m 1 http://192.0.2.11:8080 || echo "no answer"
# claim publish-loopback-needs-no-rule: A port published on 127.0.0.1 does not answer at the host's address on the LAN, with no rule of one's own.
[[ $out == *"no answer" && $(ping -c 1 192.0.2.11) == *"from 192.0.2.11: "* ]]
