# A user namespace below, with all ids mapped to the machine's.
unshare -U sleep 10 & sleep 0.5; echo '0 0 4294967295' >/proc/$!/uid_map
