# Huge pages are the machine's to give.
cat /proc/sys/vm/nr_hugepages >/tmp/h && cat /tmp/h >/proc/sys/vm/nr_hugepages
