# Fills the disk: what it can write is limited.
head -c 1200M /dev/zero >/var/fill; size=$(stat -c %s /var/fill); rm /var/fill; test "$size" -ge 1200000000
