# A port that the engine picks, in the list of containers.

# %% list
docker run -dit --name web -p 5000 busybox
docker ps --format 'table {{.Names}}\t{{.Ports}}'
# claim doc-port-listed-twice: In the list of docker ps a published port stands twice, once for IPv4 and once for IPv6.
[[ $(docker ps --format '{{.Ports}}' | tr ',' '\n' | wc -l) == 2 && $out == *"0.0.0.0:"*"->5000/tcp, "*":"*"->5000/tcp" ]]

# %% range
cat /proc/sys/net/ipv4/ip_local_port_range
# claim doc-port-from-range: A host port that the engine picks is from the kernel's range of local ports.
[[ $(docker port web 5000 | head -n 1 | cut -d : -f 2) -ge $(cut -f 1 <<<"$out") && $(docker port web 5000 | head -n 1 | cut -d : -f 2) -le $(cut -f 2 <<<"$out") ]]
