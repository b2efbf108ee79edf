# What a container on an IPv4-only network has of IPv6.

# %% addresses
docker run -dit --name alpha busybox
docker exec alpha ip addr
# claim eng-no-ipv6-loopback [engine <= 20]: On engine 20.10 a container on the default bridge does not have the IPv6 loopback address ::1.
[[ $out == *"inet 127.0.0.1/8"* && $out != *"inet6 ::1"* ]]
# claim eng-ipv6-loopback [engine >= 26]: On engines 26.1 and 28.5 a container on the default bridge has the IPv6 loopback address ::1.
[[ $out == *"inet 127.0.0.1/8"*"inet6 ::1/128"* ]]
# claim eng-no-link-local: On an IPv4-only network, eth0 of a container has no IPv6 address, not even a link-local one.
[[ -n $(docker exec alpha ip -4 addr show eth0) && -z $(docker exec alpha ip -6 addr show eth0) ]]

# %% localhost
# may fail
docker exec alpha httpd -p '[::1]:80'
# claim eng-ipv6-localhost-fails [engine <= 20]: On engine 20.10 a server in a container on the default bridge cannot listen on ::1.
[[ $status != 0 && $out == *"Cannot assign requested address" ]]
# claim eng-ipv6-localhost-works [engine >= 26]: On engines 26.1 and 28.5 a server in a container on the default bridge can listen on ::1.
[[ $status == 0 && $(docker exec alpha netstat -ltn) == *" ::1:80 "* ]]
