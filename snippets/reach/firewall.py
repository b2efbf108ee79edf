"""A firewall on the host that lets nothing in, and a container that wants a service of the host."""

import re
import subprocess
from pathlib import Path

import docker

client = docker.from_env()
Path("/srv/www").mkdir()
Path("/srv/www/index.html").write_text("Hello from the host.\n")
subprocess.run(["busybox", "httpd", "-p", "9000", "-h", "/srv/www"], check=True)


def iptables(rule):
    return subprocess.run(["iptables", *rule.split()], check=True, capture_output=True, text=True).stdout


iptables("-A INPUT -i lo -j ACCEPT")
iptables("-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT")
iptables("-A INPUT -p icmp -j ACCEPT")
iptables("-P INPUT DROP")

# %% start
client.networks.create("mynet")
alpha = client.containers.run("busybox", name="alpha", network="mynet", detach=True, tty=True)
print(alpha.short_id)

# %% ping
reply = alpha.exec_run("ping -c 1 172.18.0.1").output.decode()
print(reply, end="")
# claim reach-firewall-ping: A firewall on the host that accepts ping and drops the rest still answers a container's ping.
assert "from 172.18.0.1: " in reply and iptables("-S INPUT").startswith("-P INPUT DROP\n")

# %% tcp
answer = alpha.exec_run("timeout 1 wget -qO- http://172.18.0.1:9000")
print(answer.output.decode() or "no answer")
# claim reach-firewall-drops: A firewall on the host that drops what comes in drops a container's connections to the host.
assert answer.exit_code and re.match(r"-P INPUT DROP -c [1-9]", iptables("-vS INPUT"))

# %% accept
iptables("-A INPUT -i br-+ -p tcp --dport 9000 -j ACCEPT")
answer = alpha.exec_run("wget -qO- http://172.18.0.1:9000").output.decode()
print(answer, end="")
# claim reach-firewall-rule: A rule in the chain INPUT that accepts what comes in on the bridge's interface lets a container reach the host's service.
assert answer == "Hello from the host.\n"

# %% default-bridge
beta = client.containers.run("busybox", name="beta", detach=True, tty=True)
print(beta.exec_run("timeout 1 wget -qO- http://172.17.0.1:9000").output.decode() or "no answer")
iptables("-A INPUT -i docker0 -p tcp --dport 9000 -j ACCEPT")
answer = beta.exec_run("wget -qO- http://172.17.0.1:9000").output.decode()
print(answer, end="")
# claim reach-firewall-rule-docker0: A rule that lets in what comes from interfaces whose names begin with br- does not do for the default bridge, whose interface is docker0 and needs a rule of its own.
assert answer == "Hello from the host.\n"
