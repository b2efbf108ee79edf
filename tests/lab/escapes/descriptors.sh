# Descriptors that lead outside: of all processes, none but pipes, sockets and files of the world.
ls -l /proc/1/fd 2>/dev/null | grep -E "/(world|machine|sys/fs/cgroup)"
