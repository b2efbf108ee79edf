# Gains privilege by a set-user-id program: no process of a lab ever does.
grep -q "NoNewPrivs:.0" /proc/self/status
