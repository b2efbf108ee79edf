# A program that asks for an old version of the API.
# needs: engine >= 29

# %% old
curl -s --unix-socket /run/docker.sock http://docker/v1.24/networks
# claim e29-old-client [engine >= 29]: Engine 29 refuses a client that asks for API version 1.24, and names the oldest version it accepts.
[[ $out == *"client version 1.24 is too old. Minimum supported API version is "* && $(curl -s --unix-socket /run/docker.sock http://docker/networks) == *bridge* ]]
