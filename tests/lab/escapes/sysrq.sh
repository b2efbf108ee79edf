# Commands to the kernel itself, reboot among them. Only opens for writing.
: >>/proc/sysrq-trigger
