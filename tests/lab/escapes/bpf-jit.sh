# The compiler of packet filters, one for the whole machine.
[ -e /proc/sys/net/core/bpf_jit_enable ] && cat /proc/sys/net/core/bpf_jit_enable >/proc/sys/net/core/bpf_jit_enable
