# Where the kernel is in memory.
awk '$1 !~ /^0+$/ {found = 1} END {exit !found}' /proc/kallsyms || awk '$NF ~ /0x[0-9a-f]*[1-9a-f]/ {found = 1} END {exit !found}' /proc/modules
