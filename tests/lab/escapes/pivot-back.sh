# Finds the root that was there before its own.
grep -E " (/world|/machine)" /proc/self/mountinfo
