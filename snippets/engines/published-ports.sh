# How a published port is written, by two commands.

docker run -dit --name web -p 8080:80 busybox

# %% port
docker port web
# claim eng-port-colons [engine <= 20]: For docker port, engine 20.10 writes "all IPv6 addresses" as three colons, the last of which belongs to the port.
[[ $out == *$'0.0.0.0:8080\n80/tcp -> :::8080' ]]
# claim eng-port-brackets [engine >= 26]: For docker port, engines 26.1 and 28.5 put IPv6 addresses in brackets.
[[ $out == *$'0.0.0.0:8080\n80/tcp -> [::]:8080' ]]

# %% ps
docker ps --format '{{.Ports}}'
# claim eng-ps-colons [engine <= 26]: For docker ps, engines 20.10 and 26.1 write three colons.
[[ $out == "0.0.0.0:8080->80/tcp, :::8080->80/tcp" ]]
# claim eng-ps-brackets [engine >= 28]: For docker ps, engine 28.5 has brackets as well.
[[ $out == "0.0.0.0:8080->80/tcp, [::]:8080->80/tcp" ]]
