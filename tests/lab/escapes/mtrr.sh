# How the processor caches physical memory. Only opens for writing.
: >>/proc/mtrr
