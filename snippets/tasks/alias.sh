# Task: a second name for a container that already runs.

docker network create shop
docker run -dit --name database-7 --hostname database-7 --network shop busybox httpd -f -h /etc
docker run -dit --name app --network shop busybox
docker exec app touch /untouched
until docker exec app wget -qO- http://database-7/hostname; do sleep 0.1; done

# %% solution
docker network disconnect shop database-7
docker network connect --alias db shop database-7

# %% done
docker exec app wget -qO- http://db/hostname
# claim task-alias-second-name: A container that is connected with --alias can be reached under that name.
[[ $(docker exec app wget -qO- http://db/hostname) == database-7 && $(docker exec app nslookup -type=a db) == *" 172."* ]]
docker exec app wget -qO- http://database-7/hostname
# claim task-alias-first-name: A container that is connected with --alias can still be reached under its own name.
[[ $(docker exec app wget -qO- http://database-7/hostname) == database-7 && $(docker inspect -f '{{.State.Running}}' database-7) == true ]]
# claim task-alias-app-as-it-was: An alias needs no change of the container that asks for it: its file hosts does not have the name.
docker exec app sh -c 'test -e /untouched && ! grep -w db /etc/hosts' && docker exec app grep -w localhost /etc/hosts
