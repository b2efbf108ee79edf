# Empties the machine's caches. Only opens for writing.
: >>/proc/sys/vm/drop_caches
