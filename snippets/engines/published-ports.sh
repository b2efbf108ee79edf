# How a published port is written, by two commands.

docker run -dit --name web -p 8080:80 busybox

# %% port
docker port web
# claim eng-port-colons [engine <= 20]: Engine 20.10 answers docker port with :::8080 for "port 8080 on all IPv6 addresses".
[[ $out == *$'0.0.0.0:8080\n80/tcp -> :::8080' ]]
# claim eng-port-brackets [engine >= 26]: Engines 26.1 and 28.5 answer docker port with [::]:8080.
[[ $out == *$'0.0.0.0:8080\n80/tcp -> [::]:8080' ]]

# %% ps
docker ps --format '{{.Ports}}'
# claim eng-ps-colons [engine <= 26]: In the list of docker ps, engines 20.10 and 26.1 write :::8080.
[[ $out == "0.0.0.0:8080->80/tcp, :::8080->80/tcp" ]]
# claim eng-ps-brackets [engine >= 28]: In the list of docker ps, engine 28.5 writes [::]:8080.
[[ $out == "0.0.0.0:8080->80/tcp, [::]:8080->80/tcp" ]]
