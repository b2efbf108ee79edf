#!/bin/sh
# start.sh SLOWNESS kvm|tcg: in the container. Boots the emulated computer with /lab in its first root file system. The player's
# events come out of its second serial port, here standard output; what its kernel complains of comes last.
set -eu

cp /lab/emulated/init.sh /first/init
cp -a /lab /first/
(cd /first && find . | cpio --quiet --create --format=newc >/tmp/first.cpio)

# One processor where it is emulated in software: with two, kernels of this kind have been seen to hang.
case $2 in
kvm) set -- "$1" -accel kvm -cpu host,arch-capabilities=off -smp 2 ;;
*) set -- "$1" -accel tcg,thread=single,tb-size=256 -cpu max -smp 1 ;;
esac
slowness=$1
shift

# No network device, no other disk.
qemu-system-x86_64 -machine q35 "$@" -m 1536 \
    -nodefaults -no-user-config -display none -nic none -no-reboot \
    -kernel /kernel/boot/vmlinuz-* -initrd /tmp/first.cpio \
    -append "console=ttyS0 quiet panic=-1 mitigations=off nowatchdog LAB_TIME_FACTOR=$slowness" \
    -drive file=/disk.squashfs,if=virtio,format=raw,readonly=on -device virtio-rng-pci \
    -serial file:/tmp/console -serial stdio </dev/null

grep -q '^the play is over' /tmp/console || {
    echo "the emulated computer ended early; its console says last:"
    tail -n 30 /tmp/console
} >&2
