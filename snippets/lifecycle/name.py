"""The same docker run twice, and every way out."""

import docker

client = docker.from_env()

# %% first
alpha = client.containers.run("busybox", name="alpha", detach=True, tty=True)
alpha.exec_run("touch /note")
print(alpha.short_id)

# %% again
alpha.stop(timeout=0)
try:
    client.containers.run("busybox", name="alpha", detach=True, tty=True)
except docker.errors.APIError as error:
    refusal = error
    print(error.status_code, error.explanation)
# claim lifecycle-name-taken: A container that has stopped still has its name, and docker run refuses to give it to another.
assert refusal.status_code == 409 and alpha.id in refusal.explanation

# %% listed
print([container.name for container in client.containers.list()])
print([container.name for container in client.containers.list(all=True)])
# claim lifecycle-ps-a: A container that has stopped is not in the list of docker ps, but in that of docker ps -a.
assert not client.containers.list() and client.containers.list(all=True) == [alpha]

# %% start
alpha.start()
print(alpha.exec_run("ls /note").output.decode(), end="")
# claim lifecycle-start-continues: With docker start it is the same container again, with the files that were made in it.
assert client.containers.list() == [alpha] and alpha.exec_run("ls /note").output == b"/note\n"

# %% remove
try:
    alpha.remove()
except docker.errors.APIError as error:
    print(error.explanation)
# claim lifecycle-rm-running: A container that is running is not removed by docker rm.
assert client.containers.list() == [alpha]
alpha.remove(force=True)
alpha = client.containers.run("busybox", name="alpha", detach=True, tty=True)
print(alpha.exec_run("ls /note").output.decode(), end="")
# claim lifecycle-rm-frees-name: When a container has been removed its name is free, and what gets it is a new container without the old one's files.
assert client.containers.list() == [alpha] and alpha.exec_run("ls /note").exit_code != 0

# %% rename
alpha.rename("old")
client.containers.run("busybox", name="alpha", detach=True, tty=True)
# claim lifecycle-rename-frees-name: When a container has been renamed its old name is free.
assert {container.name for container in client.containers.list()} == {"alpha", "old"}

# %% rm-option
for words in ("Once.", "And once more."):
    output = client.containers.run("busybox", ["echo", words], name="once", remove=True).decode()
    print(output, end="")
# claim lifecycle-rm-option: A container started with --rm is removed when it ends, and its name is free again.
assert output == "And once more.\n" and "once" not in [c.name for c in client.containers.list(all=True)]
