# Reserving an address in a network's range.

# %% prose
# fails
docker network create --subnet 198.51.100.0/24 --aux-addresses printer=198.51.100.2 office
# claim doc-no-aux-addresses: The command docker network create has no option --aux-addresses.
[[ $out == "unknown flag: --aux-addresses"* && -z $(docker network ls -qf name=office) ]]

# %% example
docker network create --subnet 198.51.100.0/24 --aux-address printer=198.51.100.2 office
docker run --rm --network office busybox hostname -i
# claim doc-aux-address: With --aux-address, an address is reserved, and containers get others.
[[ $out == 198.51.100.3 && $(docker network inspect -f '{{(index .IPAM.Config 0).AuxiliaryAddresses.printer}}' office) == 198.51.100.2 ]]
