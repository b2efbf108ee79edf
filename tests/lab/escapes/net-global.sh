# Settings below /proc/sys/net that hold for the whole machine: the same value written again.
cd /proc/sys/net
for name in core/bpf_jit_enable core/bpf_jit_harden core/bpf_jit_limit core/netdev_budget core/dev_weight \
    core/message_burst core/rps_sock_flow_entries core/default_qdisc ipv4/tcp_mem ipv4/udp_mem ipv4/inet_peer_threshold \
    ipv4/tcp_available_ulp netfilter/nf_conntrack_buckets; do
    [ -e $name ] && cat $name >/tmp/value && cat /tmp/value >$name && exit 0
done; exit 1
