# Opens /dev/kvm.
test -e /dev/kvm && : <>/dev/kvm
