"""What a container on an IPv4-only network has of IPv6."""

import docker

client = docker.from_env()

# %% addresses
alpha = client.containers.run("busybox", name="alpha", detach=True, tty=True)
addr = alpha.exec_run("ip addr").output.decode()
print(addr, end="")
# claim eng-no-ipv6-loopback [engine <= 20]: On engine 20.10 a container on the default bridge does not have the IPv6 loopback address ::1.
assert "inet 127.0.0.1/8" in addr and "inet6 ::1" not in addr
# claim eng-ipv6-loopback [engine >= 26]: On engines 26.1 and 28.5 a container on the default bridge has the IPv6 loopback address ::1.
assert "inet 127.0.0.1/8" in addr and "inet6 ::1/128" in addr
# claim eng-no-link-local: On an IPv4-only network, eth0 of a container has no IPv6 address, not even a link-local one.
assert alpha.exec_run("ip -4 addr show eth0").output and not alpha.exec_run("ip -6 addr show eth0").output

# %% localhost
answer = alpha.exec_run(["httpd", "-p", "[::1]:80"])
print(answer.exit_code, answer.output.decode())
# claim eng-ipv6-localhost-fails [engine <= 20]: On engine 20.10 a server in a container on the default bridge cannot listen on ::1.
assert answer.exit_code != 0 and b"Cannot assign requested address" in answer.output
# claim eng-ipv6-localhost-works [engine >= 26]: On engines 26.1 and 28.5 a server in a container on the default bridge can listen on ::1.
assert answer.exit_code == 0 and b" ::1:80 " in alpha.exec_run("netstat -ltn").output
