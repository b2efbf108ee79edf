# Published ports that nobody reaches.
# nodes: docker1 client

docker run -dit --name inward --hostname inward -p 8080:80 busybox httpd -f -h /etc -p 127.0.0.1:80
docker run -dit --name moved --hostname moved -p 8081:80 busybox httpd -f -h /etc -p 8000
docker run -dit --name private --hostname private -p 127.0.0.1:8082:80 busybox httpd -f -h /etc
until docker exec inward netstat -ltn | grep -q LISTEN && docker exec moved netstat -ltn | grep -q LISTEN && nc -z -w 1 172.17.0.4 80; do sleep 0.1; done

# %% symptom
# on: client
# fails
for port in 8080 8081 8082; do nc -v -w 1 192.0.2.11 $port; done
# claim trouble-all-refused: From another machine the three ports look the same: the connection is refused.
[[ $(grep -c refused <<<"$out") == 3 ]]

# %% port
# on: docker1
docker ps --format 'table {{.Names}}\t{{.Ports}}'
# claim trouble-port-column: The address before the port in docker ps tells for whom the port is open: 0.0.0.0 for everybody, 127.0.0.1 for the host alone.
[[ $out == *"0.0.0.0:8080->80/tcp"* && $out == *"127.0.0.1:8082->80/tcp"* && $(curl -s http://127.0.0.1:8082/hostname) == private ]]

# %% inside
docker exec inward netstat -ltn
docker exec moved netstat -ltn
# claim trouble-listens: In the container, netstat tells the address and the port at which the server listens: here one listens at 127.0.0.1 only, and the other one at another port.
[[ $(docker exec inward netstat -ltn) == *" 127.0.0.1:80 "* && $out == *":8000 "* && $out != *":80 "* ]]

# %% host
# fails
curl -sS http://127.0.0.1:8080/hostname
# claim trouble-reset: If no program in the container listens at the address and port to which a published port leads, a connection to that port at 127.0.0.1 of the host is accepted, and closed at once without an answer.
[[ $status == 52 || $status == 56 ]]

# %% mend
docker rm -f inward moved private
docker run -dit --name inward --hostname inward -p 8080:80 busybox httpd -f -h /etc -p 80
docker run -dit --name moved --hostname moved -p 8081:8000 busybox httpd -f -h /etc -p 8000
docker run -dit --name private --hostname private -p 8082:80 busybox httpd -f -h /etc

# %% _listening-again
until nc -z -w 1 172.17.0.2 80 && nc -z -w 1 172.17.0.3 8000 && nc -z -w 1 172.17.0.4 80; do sleep 0.1; done

# %% mended
# on: client
for port in 8080 8081 8082; do curl -s http://192.0.2.11:$port/hostname; done
# claim trouble-ports-mended: With a server that listens on all addresses at the container's port, and a published port without an address of the host, the client gets its answer.
[[ $(grep -c -x -e inward -e moved -e private <<<"$out") == 3 ]]
