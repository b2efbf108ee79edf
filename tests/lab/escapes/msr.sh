# Registers of the processor.
cat /dev/cpu/0/msr || { mknod /tmp/msr c 202 0 && head -c 8 /tmp/msr; }
