# The loopback interface of a container on the network none.

# %% addresses
docker run -dit --name hermit --network none busybox
docker exec hermit ip addr
# claim doc-none-without-ipv6 [engine <= 20]: On engine 20.10, lo of a container on the network none has no IPv6 address.
[[ $out == *"inet 127.0.0.1/8"* && $out != *inet6* ]]
# claim doc-none-with-ipv6 [engine >= 26]: On engines 26.1 and 28.5, lo of a container on the network none has the IPv6 address ::1.
[[ $out == *"inet 127.0.0.1/8"*"inet6 ::1/128"* ]]
