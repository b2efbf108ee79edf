# The number that the kernel gives to a container's network interface.

# %% number
docker run -dit --name alpha busybox
docker exec alpha cat /sys/class/net/lo/ifindex /sys/class/net/eth0/ifindex
# claim eng-ifindex-from-host [engine <= 26]: On engines 20.10 and 26.1 the number of a container's eth0 continues the host's count.
[[ $(docker exec alpha cat /sys/class/net/eth0/ifindex) -gt $(cat /sys/class/net/docker0/ifindex) ]]
# claim eng-ifindex-two [engine >= 28]: On engine 28.5 a container's eth0 has the number 2, the next after its lo.
[[ $out == $'1\n2' ]]
