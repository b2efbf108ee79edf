"""A DNS server, a domain and a name of one's own choice."""

import subprocess

import docker

client = docker.from_env()
client.networks.create("mynet")
alpha = client.containers.run("busybox", name="alpha", network="mynet", detach=True, tty=True)

# Another DNS server on the LAN, which knows a printer. It runs on this machine, at an address of its own.
subprocess.run(["ip", "addr", "add", "192.0.2.51/24", "dev", "eth0"], check=True)
dns = ["dnsmasq", "--no-resolv", "--no-hosts", "--bind-interfaces", "--listen-address=192.0.2.51"]
subprocess.run([*dns, "--address=/printer.example/192.0.2.77"], check=True)


def run(command, **options):
    try:
        return client.containers.run("busybox", command, remove=True, **options).decode()
    except docker.errors.ContainerError as error:
        return f"exit code {error.exit_status}"


# %% dns
print(run("nslookup -type=a printer.example"))
answer = run("nslookup -type=a printer.example", dns=["192.0.2.51"])
print(answer, end="")
# claim names-dns-default-bridge: With --dns a container on the default bridge asks that DNS server.
assert "192.0.2.51:53" in answer and "Address: 192.0.2.77" in answer

# %% dns-own-network
options = {"network": "mynet", "dns": ["192.0.2.51"]}
beta = client.containers.run("busybox", name="beta", detach=True, tty=True, **options)
answer = beta.exec_run("nslookup -type=a printer.example").output.decode()
print(answer, end="")
# claim names-dns-own-network: With --dns a container on a user-defined network still asks Docker, and Docker asks that DNS server.
assert "127.0.0.11:53" in answer and "Address: 192.0.2.77" in answer
answer = beta.exec_run("ping -c 1 alpha").output.decode()
print(answer, end="")
# claim names-dns-keeps-names: With --dns a container on a user-defined network still knows its neighbours by name.
assert answer.startswith("PING alpha (172.18.0.2)")

# %% dns-search
options = {"dns_search": ["com"], "extra_hosts": {"example.com": "192.0.2.1"}}
gamma = client.containers.run("busybox", name="gamma", detach=True, tty=True, **options)
print(gamma.exec_run("cat /etc/resolv.conf").output.decode(), end="")
answer = gamma.exec_run("nslookup -type=a example").output.decode()
print(answer, end="")
# claim names-dns-search: With --dns-search a container tries a short name with that domain behind it.
assert "example.com" in answer and "Address: 203.0.113.10" in answer

# %% add-host
print(gamma.exec_run("grep example.com /etc/hosts").output.decode(), end="")
answer = gamma.exec_run("ping -c 1 example.com").output.decode()
print(answer, end="")
# claim names-add-host: A name given with --add-host is written to the container's /etc/hosts and wins over DNS.
assert answer.startswith("PING example.com (192.0.2.1)") and gamma.exec_run("grep -w 192.0.2.1 /etc/hosts").output
answer = gamma.exec_run("nslookup -type=a example.com").output.decode()
print(answer, end="")
# claim names-add-host-not-in-dns: DNS knows nothing of a name given with --add-host.
assert "Address: 203.0.113.10" in answer and answer.count("Address: ") == 1
