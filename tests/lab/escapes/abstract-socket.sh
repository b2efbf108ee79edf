# Abstract sockets of the machine, containerd's among them: they belong to a network namespace that is not the world's.
nsenter --target 1 --net grep -a '@.*containerd-shim' /proc/net/unix || grep -a '@/containerd-shim/.*moby/.*outer' /proc/net/unix
