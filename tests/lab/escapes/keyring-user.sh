# Looks for keys of the machine's root, which the kernel lists where it shows them.
grep -E " 0 .*(user|logon)" /proc/keys
