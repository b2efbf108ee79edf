# Asking docker ps for one container.

docker run -dit --name web busybox
docker run -dit --name db busybox

# %% name
# fails
docker ps web
# claim doc-ps-takes-no-name: The command docker ps does not take a container's name.
[[ $out == *"accepts no arguments"* && $(docker ps -q | wc -l) == 2 ]]

# %% filter
docker ps --filter name=web
# claim doc-ps-filters: With a filter, docker ps lists one container.
[[ $(docker ps --filter name=web --format '{{.Names}}') == web ]]
