# A container that is linked to another on the default bridge, and one that is not.

# %% linked
docker run -dit --name db --expose 5432 busybox nc -ll -p 5432 -e echo "I am db."
docker run -dit --name web --link db:database busybox

# %% _listening
until nc -z 172.17.0.2 5432; do sleep 0.1; done

# %% by-name
docker exec web nc -w 1 database 5432
# claim doc-link-name: On the default bridge a linked container reaches the other one by the name given in the link.
[[ $out == "I am db." && $(docker exec web grep -w database /etc/hosts) == "172.17.0.2"* ]]

# %% not-linked
docker run -dit --name stranger busybox
docker exec stranger nc -w 1 172.17.0.2 5432
# claim doc-link-not-private: On the default bridge a container that is not linked reaches the same port by address.
[[ $out == "I am db." && $(docker inspect -f '{{len .HostConfig.Links}}' web stranger) == $'1\n0' ]]

# %% other-way
# fails
docker exec db ping -c 1 web
# claim doc-link-one-way: A link gives a name in one direction only.
[[ $out == *"bad address 'web'" && $(docker exec web grep -c database /etc/hosts) == 1 ]]
docker exec db ping -c 1 172.17.0.3
# claim doc-link-other-way-by-address: By address, packets go both ways between linked containers on the default bridge.
[[ $out == *"from 172.17.0.3: "* && $(docker exec web hostname -i) == 172.17.0.3 ]]

# %% variables
docker exec web env
# claim doc-link-variables [engine <= 28]: On engines 20.10, 26.1 and 28.5 a linked container has variables with the other's address and ports.
[[ $out == *"DATABASE_PORT_5432_TCP_ADDR=172.17.0.2"* && $out == *"DATABASE_PORT_5432_TCP_PORT=5432"* ]]
