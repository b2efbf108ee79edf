# A published port on a network with IPv6, and a client that asks over IPv6.
# nodes: docker1 client

# The image `who`: a web server that answers with the address of whoever asks.
docker run --name draft busybox sh -c "mkdir -p /www/cgi-bin && cd /www/cgi-bin &&
    printf '#!/bin/sh\necho\necho \"You come from \$REMOTE_ADDR.\"\n' >index.cgi && chmod +x index.cgi"
docker commit --change 'CMD ["httpd", "-f", "-p", "0.0.0.0:80", "-h", "/www"]' --change "EXPOSE 80" draft who
docker rm draft
# %% start
docker network create --ipv6 --subnet 2001:db8:6::/64 six
docker run -d --name web --network six -p 8080:80 who httpd -f -p 80 -h /www

# %% _listening
until nc -z -w 1 172.18.0.2 80; do sleep 0.05; done

# %% ask
# on: client
curl -s -m 1 http://[2001:db8:1::11]:8080
# claim publish-ipv6-network-client-seen [engine >= 28]: On engine 28.5, if the container's network has IPv6, a server behind a published port sees the address of a client that asks over IPv6.
[[ $out == "You come from [2001:db8:1::50]." ]]
# claim publish-ipv6-network-client-hidden [engine <= 26]: On engines 20.10 and 26.1, even if the container's network has IPv6, a server behind a published port sees the gateway and not the client if it is asked over IPv6.
[[ $out == "You come from [2001:db8:6::1]." ]]
# on: docker1

# %% rule
ip6tables -t nat -S | grep 8080 || echo "no rule"
# claim publish-ipv6-rule [engine >= 28]: Engine 28.5 publishes ports of a container that has an IPv6 address with a rule in the IPv6 firewall.
[[ $out == *"--dport 8080 -j DNAT --to-destination [2001:db8:6::2]:80" ]]
# claim publish-no-ipv6-rule [engine <= 26]: Without a setting, engines 20.10 and 26.1 make no rule for published ports in the IPv6 firewall.
[[ $out == "no rule" && $(docker inspect -f '{{.NetworkSettings.Networks.six.GlobalIPv6Address}}' web) == 2001:db8:6::2 ]]
