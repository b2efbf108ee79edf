# Traces a process outside the world: every process that it can see is the world's, and the supervisor is none of them.
grep -lsa 'python3.-m.[s]upervisor' /proc/[0-9]*/cmdline
