# The chains that an engine with two bridge networks has in the firewall.
# needs: engine >= 29

docker network create mynet

# %% chains
iptables -S | grep -e '^-N'
# claim e29-no-isolation-chains [engine >= 29]: From engine 29 on, Docker creates no chain named DOCKER-ISOLATION-STAGE.
[[ $out == *"-N DOCKER-USER"* && $out != *ISOLATION* ]]
