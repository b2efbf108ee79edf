# Devices that restart the machine, or its input.
for device in /dev/watchdog /dev/uinput /dev/input/event0 /dev/rfkill /dev/vhost-net /dev/vfio/vfio /dev/nvram /dev/rtc0; do : >$device && [ -c $device ] && exit 0; done; exit 1
