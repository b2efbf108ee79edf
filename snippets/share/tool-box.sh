# A second container, full of tools, in the network of one that has none.

tar -C /bin -c busybox | docker import --change 'CMD ["/busybox", "httpd", "-f", "-p", "9000"]' - bare >/dev/null
docker run -dit --name bare bare
until nc -z -w 1 172.17.0.2 9000; do sleep 0.1; done

# %% join
docker run --rm --network container:bare busybox netstat -ltn
# claim share-tool-box: A container with tools that joins another one's network sees the ports on which that one listens.
[[ $out == *":9000 "* && -z $(ss -Hltn sport = :9000) ]]
docker run --rm --network container:bare busybox ip route
# claim share-tool-box-routes: A container with tools that joins another one's network sees its routes.
[[ $out == "default via 172.17.0.1 dev eth0"* && $(docker ps -aq | wc -l) == 1 ]]
