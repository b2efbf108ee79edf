# Above the machine's limit of open files for one process.
python3 -c 'import resource; r = resource.RLIMIT_NOFILE; resource.setrlimit(r, (resource.getrlimit(r)[1] + 1,) * 2)'
