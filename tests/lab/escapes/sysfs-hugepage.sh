# Settings of the machine's memory. Only opens for writing.
: >>/sys/kernel/mm/transparent_hugepage/enabled
