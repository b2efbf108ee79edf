"""What programs in a container say when they cannot reach something, and the way out."""

# nodes: docker1 server

import docker

client = docker.from_env()
mynet = client.networks.create("mynet")
client.networks.create("closed", internal=True)
alpha = client.containers.run("busybox", name="alpha", detach=True, tty=True)
web = client.containers.run("busybox", "httpd -f", name="web", detach=True)
lonely = client.containers.run("busybox", name="lonely", network="closed", detach=True, tty=True)


def ask(container, command):
    """Run a command in the container; what it printed, printed here as well."""
    answer = container.exec_run(["sh", "-c", f"({command}) </dev/null"], tty=True).output.decode().replace("\r", "")
    print(answer, end="")
    return answer


def reply(container, host, port):
    """What a web server answers to a request from the container."""
    return container.exec_run(["sh", "-c", f"printf 'GET / HTTP/1.0\\n\\n' | nc {host} {port}"]).output.decode()


# %% bad-address
answer = ask(alpha, "ping -c 1 web")
# claim err-bad-address: On the default bridge a container's name is a bad address.
assert answer == "ping: bad address 'web'\n"
mynet.connect(alpha)
mynet.connect(web)
answer = ask(alpha, "ping -c 1 web")
# claim err-bad-address-mended: When both are on a network of their own, the name is known, without a restart.
assert answer.startswith("PING web (172.18.0.3)") and "1 packets received" in answer

# %% unreachable
answer = ask(lonely, "ping -c 1 -W 1 203.0.113.10")
# claim err-unreachable [engine >= 26]: On engines 26.1 and 28.5, the network is unreachable if the container has no default route, as on an internal network.
assert "Network is unreachable" in answer and b"default" not in lonely.exec_run("ip route").output
mynet.connect(lonely)
answer = ask(lonely, "ping -c 1 203.0.113.10")
# claim err-unreachable-mended: With a second network that leads out, it is reachable.
assert "from 203.0.113.10: " in answer and b"default via 172.18.0.1" in lonely.exec_run("ip route").output

# %% refused
answer = ask(alpha, "nc web 8080")
# claim err-refused: A connection is refused if the machine is reached and nobody listens on that port.
assert answer.endswith("Connection refused\n")
answer = ask(web, "netstat -ltn | grep :80")
# claim err-refused-why: In the container one sees on which ports programs listen.
assert ":::80 " in answer and ":8080" not in answer
answer = alpha.exec_run(["sh", "-c", "nc web 80 </dev/null"])
print(answer.exit_code)
# claim err-refused-mended: On the port on which the program listens it answers.
assert reply(alpha, "web", 80).startswith("HTTP/1.") and "refused" in reply(alpha, "web", 8080)

# %% loopback
shy = client.containers.run("busybox", "httpd -f -p 127.0.0.1:80", name="shy", network="mynet", detach=True)
answer = ask(alpha, "nc shy 80")
# claim err-refused-loopback: A connection is refused also if the program listens on 127.0.0.1 only: that is the container itself.
assert answer.endswith("Connection refused\n") and b" 127.0.0.1:80 " in shy.exec_run("netstat -ltn").output
shy.remove(force=True)
shy = client.containers.run("busybox", "httpd -f -p 0.0.0.0:80", name="shy", network="mynet", detach=True)
answer = alpha.exec_run(["sh", "-c", "nc shy 80 </dev/null"])
print(answer.exit_code)
# claim err-loopback-mended: A program that listens on 0.0.0.0 is reached.
assert reply(alpha, "shy", 80).startswith("HTTP/1.") and b" 0.0.0.0:80 " in shy.exec_run("netstat -ltn").output

# %% silence
client.containers.run("busybox", name="beta", network="mynet", detach=True, tty=True)
client.networks.get("bridge").disconnect(web)
other = client.containers.run("busybox", name="other", detach=True, tty=True)
answer = ask(other, "ping -c 1 -W 1 172.18.0.3")
# claim err-silence: From one bridge network to another there is no error, only silence: packets are lost.
assert "100% packet loss" in answer
mynet.connect(other)
answer = ask(other, "ping -c 1 172.18.0.3")
# claim err-silence-mended: A container on both networks gets an answer.
assert "from 172.18.0.3: " in answer
