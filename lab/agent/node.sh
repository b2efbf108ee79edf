#!/bin/bash
# node.sh NAME: the first process of a node, in namespaces of its own. It makes the machine look like one
# (host name, /run, /root, /etc/hosts …), starts what the machine runs, and then only reaps.
set -e
name=$1 state=/lab/state

# Its network is there when the agent closes this end.
cat >/dev/null
exec </dev/null

hostname "$name"

# A sysfs that shows this network namespace; the cgroups move along, or dockerd would find none.
mount --rbind /sys/fs/cgroup /mnt
mount -t sysfs sysfs /sys
mount --move /mnt /sys/fs/cgroup

for folder in /run /tmp /root; do mount -t tmpfs tmpfs "$folder"; done
mkdir -p /run/lock /run/etc

address=$(ip -4 -br addr show eth0 | awk '{sub("/.*", "", $3); print $3}')
echo "$name" >/run/etc/hostname
printf '%s\n' "127.0.0.1 localhost" "::1 localhost ip6-localhost" "$address $name" >/run/etc/hosts
ip -4 route show default | awk '{print "nameserver", $3}' >/run/etc/resolv.conf
[ -s /run/etc/resolv.conf ] || echo "nameserver 127.0.0.1" >/run/etc/resolv.conf
for file in hostname hosts resolv.conf; do mount --bind "/run/etc/$file" "/etc/$file"; done

case $name in
docker*)
    mkdir -p /var/lib/docker
    mount --bind "$state/engine-$name" /var/lib/docker
    dockerd --host unix:///run/docker.sock --host "unix://$state/socket/$name" &
    ;;
router)
    # Answers for every machine of the lab and says "no such name" to all else, at once.
    dnsmasq --keep-in-foreground --user=root --no-resolv --no-hosts --no-dhcp-interface='*' --address='/#/' \
        --host-record=router,192.0.2.1,2001:db8:1::1 \
        --host-record=docker1,192.0.2.11,2001:db8:1::11 \
        --host-record=docker2,192.0.2.12,2001:db8:1::12 \
        --host-record=docker3,192.0.2.13,2001:db8:1::13 \
        --host-record=client,192.0.2.50,2001:db8:1::50 \
        --host-record=server,example.com,203.0.113.10,2001:db8:2::10 &
    ;;
server) python3 /lab/agent/http_server.py & ;;
esac

touch "$state/log/$name.up"
# bash, as first process, reaps every orphan of the machine while it waits.
while :; do
    sleep 3600 &
    wait $!
done
