"""A container that is linked to another on the default bridge, and one that is not."""

import time

import docker

client = docker.from_env()

# %% linked
server = ["nc", "-ll", "-p", "5432", "-e", "echo", "I am db."]
client.api.start(client.api.create_container("busybox", server, name="db", ports=[5432], tty=True))
db = client.containers.get("db")
web = client.containers.run("busybox", name="web", links={"db": "database"}, detach=True, tty=True)
print(db.short_id, web.short_id)

# %% _listening
while db.exec_run("nc -w 1 127.0.0.1 5432").exit_code:
    time.sleep(0.1)

# %% by-name
answer = web.exec_run("nc -w 1 database 5432").output.decode()
print(answer, end="")
# claim doc-link-name: On the default bridge a linked container reaches the other one by the name given in the link.
assert answer == "I am db.\n" and b"172.17.0.2\tdatabase " in web.exec_run("cat /etc/hosts").output

# %% not-linked
stranger = client.containers.run("busybox", name="stranger", detach=True, tty=True)
answer = stranger.exec_run("nc -w 1 172.17.0.2 5432").output.decode()
print(answer, end="")
# claim doc-link-not-private: On the default bridge a container that is not linked reaches the same port by address.
assert answer == "I am db.\n" and web.attrs["HostConfig"]["Links"] and not stranger.attrs["HostConfig"]["Links"]

# %% other-way
by_name = db.exec_run("ping -c 1 web").output.decode()
print(by_name)
# claim doc-link-one-way: A link gives a name in one direction only.
assert "bad address 'web'" in by_name and b"database" in web.exec_run("cat /etc/hosts").output
by_address = db.exec_run("ping -c 1 172.17.0.3").output.decode()
print(by_address, end="")
# claim doc-link-other-way-by-address: By address, packets go both ways between linked containers on the default bridge.
assert "from 172.17.0.3: " in by_address

# %% variables
variables = web.exec_run("env").output.decode()
print(variables, end="")
# claim doc-link-variables [engine <= 28]: On engines 20.10, 26.1 and 28.5 a linked container has variables with the other's address and ports.
assert "DATABASE_PORT_5432_TCP_ADDR=172.17.0.2\n" in variables and "DATABASE_PORT_5432_TCP_PORT=5432\n" in variables
