# Puts the machine to sleep. Only opens for writing.
: >>/sys/power/state
