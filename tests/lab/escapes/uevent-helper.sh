# The program that the kernel runs as root for each new device. Only opens for writing.
: >>/sys/kernel/uevent_helper
