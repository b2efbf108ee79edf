# The chains and rules that an engine with two bridge networks has in the firewall.

docker network create mynet

# %% forward
iptables -S FORWARD
# claim eng-docker-user-first: Of Docker's rules in the chain FORWARD, the jump to DOCKER-USER is the first.
[[ $(iptables -S FORWARD | sed -n 2p) == "-A FORWARD -j DOCKER-USER" ]]
# claim eng-forward-rules-per-network [engine <= 26]: Engines 20.10 and 26.1 put rules for each bridge network straight into the chain FORWARD.
[[ $(iptables -S FORWARD | grep -c docker0) == 4 && $(iptables -S FORWARD | grep -c " br-$(docker network inspect -f '{{slice .Id 0 12}}' mynet) ") == 4 ]]
# claim eng-forward-two-jumps [engine >= 28]: Engine 28.5 puts two jumps into the chain FORWARD and nothing else: to DOCKER-USER and to DOCKER-FORWARD.
[[ $(iptables -S FORWARD) == $'-P FORWARD DROP\n-A FORWARD -j DOCKER-USER\n-A FORWARD -j DOCKER-FORWARD' ]]

# %% chains
iptables -S | grep -e '^-N'
# claim eng-chains-before [engine <= 26]: Engines 20.10 and 26.1 make four chains in the table filter: DOCKER, DOCKER-ISOLATION-STAGE-1, DOCKER-ISOLATION-STAGE-2 and DOCKER-USER.
[[ $(sort <<<"$out" | xargs -n 2 | cut -d ' ' -f 2 | xargs) == "DOCKER DOCKER-ISOLATION-STAGE-1 DOCKER-ISOLATION-STAGE-2 DOCKER-USER" ]]
# claim eng-chains-now [engine == 28]: Engine 28.5 makes seven chains in the table filter, among them DOCKER-FORWARD and still the two named DOCKER-ISOLATION-STAGE.
[[ $(sort <<<"$out" | cut -d ' ' -f 2 | xargs) == "DOCKER DOCKER-BRIDGE DOCKER-CT DOCKER-FORWARD DOCKER-ISOLATION-STAGE-1 DOCKER-ISOLATION-STAGE-2 DOCKER-USER" ]]

# %% ipv6
ip6tables -S FORWARD
# claim eng-no-ipv6-rules [engine <= 26]: Without a setting, engines 20.10 and 26.1 add no rules to the IPv6 firewall.
[[ $(ip6tables -S) == $'-P INPUT ACCEPT\n-P FORWARD ACCEPT\n-P OUTPUT ACCEPT' ]]
# claim eng-ipv6-rules [engine >= 28]: Without a setting, engine 28.5 adds its two jumps to the chain FORWARD of the IPv6 firewall too.
[[ $(ip6tables -S FORWARD | tail -n +2) == "$(iptables -S FORWARD | tail -n +2)" && $out == *"-A FORWARD -j DOCKER-FORWARD" ]]
