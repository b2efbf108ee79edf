# Task: a network that has the addresses of machines on the LAN.
# nodes: docker1 client

docker run -dit --name shop --hostname shop -p 8080:80 busybox httpd -f -h /etc
docker network create --subnet 192.0.2.48/28 test
docker run -dit --name tester --network test busybox
docker run -dit --name target --hostname target --network test busybox httpd -f -h /etc
until curl -s http://127.0.0.1:8080/hostname && docker exec tester wget -qO- http://target/hostname; do sleep 0.1; done

# %% symptom
# on: client
curl -s -m 1 http://192.0.2.11:8080/hostname || echo "no answer"
# claim task-overlap-silent: A machine on the LAN whose address is in the subnet of one of Docker's bridge networks gets no answer at a published port.
[[ $out == "no answer" ]]
# on: router
curl -s -m 1 http://192.0.2.11:8080/hostname
# claim task-overlap-others: If one of Docker's bridge networks has the address of one machine on the LAN in its subnet, another machine on the LAN still gets its answer at a published port.
[[ $out == *shop ]]
# on: docker1
ip route get 192.0.2.50
# claim task-overlap-route: What the host sends to a machine whose address is in the subnet of one of Docker's bridge networks goes to that network's bridge.
[[ $out == *" dev br-$(docker network ls -qf name=test) "* ]]

# %% solution
docker network disconnect test tester
docker network disconnect test target
docker network rm test
docker network create test
docker network connect test tester
docker network connect test target

# %% done
# on: client
curl -s http://192.0.2.11:8080/hostname
# claim task-overlap-answers: Once no network of Docker has its address in its subnet, a machine on the LAN gets its answer at a published port.
[[ $(curl -s -m 2 http://192.0.2.11:8080/hostname) == *shop ]]
# on: docker1
docker exec tester wget -qO- http://target/hostname
# claim task-overlap-names: Containers that are detached from a network while they run, and connected to a new one of the same name, reach each other by name there.
[[ $(docker exec tester wget -qO- http://target/hostname) == target ]]
