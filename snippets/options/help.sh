# What the commands say about their own options.

# %% create
docker network create --help
# claim options-create-ipv4 [engine >= 28]: The help of docker network create names --ipv4 on 28.5.
[[ $out == *" --ipv4 "* && $out == *" --ipv6 "* ]]
# claim options-create-no-ipv4 [engine <= 26]: The help of docker network create names --ipv6, but not --ipv4, on 20.10 and 26.1.
[[ $out != *" --ipv4 "* && $out == *" --ipv6 "* ]]

# %% connect
docker network connect --help
# claim options-connect-priority [engine >= 28]: The help of docker network connect names --gw-priority on 28.5.
[[ $out == *" --gw-priority "* && $out == *" --alias "* ]]
# claim options-connect-no-priority [engine <= 26]: The help of docker network connect names --alias, but not --gw-priority, on 20.10 and 26.1.
[[ $out != *" --gw-priority "* && $out == *" --alias "* ]]
