# Where the machine handles interrupts. Only opens for writing.
: >>/proc/irq/default_smp_affinity
