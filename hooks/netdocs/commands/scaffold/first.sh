# A user-defined network and a container on it.

# %% attach [picture]
docker network create garden
docker run -dit --name alpha --network garden busybox
# claim PAGE-NAME-attached: A container started with --network is attached to that network.
[[ $(docker inspect -f '{{json .NetworkSettings.Networks}}' alpha) == '{"garden":'* ]]
