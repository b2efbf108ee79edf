# Task: a shop that does not answer, though its port is published.
# nodes: docker1 client

docker run -dit --name shop --hostname shop -p 8080:8080 busybox httpd -f -h /etc
until docker exec shop wget -qO- http://127.0.0.1/hostname; do sleep 0.1; done

# %% solution
docker exec shop netstat -ltn
docker rm -f shop
docker run -dit --name shop --hostname shop -p 8080:80 busybox httpd -f -h /etc

# %% _listening
until curl -s http://127.0.0.1:8080/hostname; do sleep 0.1; done

# %% done
# on: client
curl -s http://192.0.2.11:8080/hostname
# claim task-refused-answers: A published port answers if its container port is the one at which the server listens.
[[ $(curl -s -m 2 http://192.0.2.11:8080/hostname) == *shop ]]
# on: docker1
docker inspect -f '{{json .Config.Cmd}}' shop
# claim task-refused-program: To put a wrong container port right, the program in the container does not have to be changed.
[[ $(docker inspect -f '{{json .Config.Cmd}}' shop) == '["httpd","-f","-h","/etc"]' ]]
