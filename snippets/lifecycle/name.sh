# The same docker run twice, and every way out.

# %% first
docker run -dit --name alpha busybox
docker exec alpha touch /note

# %% again
docker stop -t 0 alpha
# fails
docker run -dit --name alpha busybox
# claim lifecycle-name-taken: A container that has stopped still has its name, and docker run refuses to give it to another.
[[ $out == *"$(docker inspect -f '{{.Id}}' alpha)"* && $(docker ps -aq | wc -l) == 1 && $(docker inspect -f '{{.State.Status}}' alpha) == exited ]]

# %% listed
docker ps
docker ps -a
# claim lifecycle-ps-a: A container that has stopped is not in the list of docker ps, but in that of docker ps -a.
[[ $out == *alpha* && $(docker ps --format '{{.Names}}') == "" ]]

# %% start
docker start alpha
docker exec alpha ls /note
# claim lifecycle-start-continues: With docker start it is the same container again, with the files that were made in it.
[[ $out == /note && $(docker ps -aq | wc -l) == 1 && $(docker inspect -f '{{.State.Status}}' alpha) == running ]]

# %% remove
# fails
docker rm alpha
# claim lifecycle-rm-running: A container that is running is not removed by docker rm.
[[ $(docker inspect -f '{{.State.Status}}' alpha) == running ]]
docker rm -f alpha
docker run -dit --name alpha busybox
# fails
docker exec alpha ls /note
# claim lifecycle-rm-frees-name: When a container has been removed its name is free, and what gets it is a new container without the old one's files.
[[ $out == *"No such file or directory" && $(docker inspect -f '{{.State.Status}}' alpha) == running ]]

# %% rename
docker rename alpha old
docker run -dit --name alpha busybox
# claim lifecycle-rename-frees-name: When a container has been renamed its old name is free.
[[ $(docker ps --format '{{.Names}}' | sort | xargs) == "alpha old" ]]

# %% rm-option
docker run --rm --name once busybox echo "Once."
docker run --rm --name once busybox echo "And once more."
# claim lifecycle-rm-option: A container started with --rm is removed when it ends, and its name is free again.
[[ $out == "And once more." && $(docker ps -a --format '{{.Names}}') != *once* ]]
