# What a program in a container that is not root may do with the network.

# %% low-port
docker run -d --name web --user 1000 busybox httpd -f -h /etc
docker exec web netstat -ltn
# claim kernel-low-port: In a container on a bridge network, a program that is not root can listen on port 80.
[[ $out == *":80 "*LISTEN* && $(docker exec web id -u) == 1000 ]]

# %% low-port-host
# fails
docker run --rm --network host --user 1000 busybox httpd -f -h /etc
# claim kernel-low-port-host: On the network host, a program that is not root cannot listen on port 80 if the host's net.ipv4.ip_unprivileged_port_start is 1024.
[[ $out == *"ermission denied"* && $(cat /proc/sys/net/ipv4/ip_unprivileged_port_start) == 1024 ]]

# %% sysctl
docker run --rm --sysctl net.ipv4.ip_local_port_range='50000 50010' busybox cat /proc/sys/net/ipv4/ip_local_port_range
# claim kernel-sysctl: With --sysctl a container has a setting of its network namespace of its own, and the host keeps its own.
[[ $out == 50000*50010 && $(cat /proc/sys/net/ipv4/ip_local_port_range) != 50000*50010 ]]
# fails
docker run --rm --network host --sysctl net.ipv4.ip_local_port_range='50000 50010' busybox true
# claim kernel-sysctl-host: With the network host, --sysctl for a setting of the network is refused.
[[ $out == *"not allowed"*"host"* && $(docker run --rm --network host busybox echo ran) == ran ]]
