# Maps more ids into itself than it was given.
unshare --user sh -c 'echo "0 0 4294967295" >/proc/self/uid_map'
