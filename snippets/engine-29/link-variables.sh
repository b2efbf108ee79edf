# The environment of a container that has a link.
# needs: engine >= 29

docker run -dit --name beta busybox

# %% variables
docker run --rm --link beta busybox env
# claim e29-no-link-variables [engine >= 29]: From engine 29 on, a link sets no environment variables.
[[ $out == *PATH=* && $out != *BETA* && $(docker run --rm --link beta busybox cat /etc/hosts) == *beta* ]]
