# Memory of other labs, told from how long a write takes: pages that are the same are shared only if the machine says so.
echo 1 >/sys/kernel/mm/ksm/run
