# The lab image with Docker's own packages at an exact version, for an engine that no Debian release ships.
# Its tools and its other stages are those of lab/Dockerfile, and a test keeps them so. They are not one file, because
# the text of that one names the images of Debian's engines: they would all be built anew.
ARG BASE
FROM ${BASE} AS machine
LABEL netdocs.image=stage
ARG SUITE
ARG VERSION
ARG ADDRESS
ARG KEY
ARG FINGERPRINT

# Whoever made the key, apt takes nothing from there that is not signed by the one of that fingerprint.
RUN apt-get -o Acquire::Check-Valid-Until=false update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ca-certificates \
 && printf '%s\n' "${KEY}" >/etc/apt/trusted.gpg.d/docker.asc \
 && echo "deb [signed-by=${FINGERPRINT}] ${ADDRESS} ${SUITE} stable" >/etc/apt/sources.list.d/docker.list
# The revision that follows the version names the release, and is found rather than known.
RUN apt-get -o Acquire::Check-Valid-Until=false update \
 && package=$(apt-cache madison docker-ce | awk -v version="${VERSION}" \
        '{ split($3, part, "-"); sub(/^[0-9]+:/, "", part[1]); if (part[1] == version) { print $3; exit } }') \
 && { [ -n "$package" ] || { echo "there is no docker-ce ${VERSION}, but:" >&2; apt-cache madison docker-ce >&2; exit 1; }; } \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        docker-ce="$package" docker-ce-cli="$package" docker-compose-plugin containerd.io iptables nftables \
        iproute2 iputils-ping net-tools ethtool tcpdump conntrack ipvsadm iperf3 curl netcat-openbsd \
        dnsmasq-base busybox-static mount procps python3 python3-docker \
 && mkdir -p /lab/state /lab/sysfs
# What no lab uses is most of what can go: apt's lists and caches, translations, manuals (the licences stay), Perl, and what
# Debian's packages bring of the engine's own tests and of clients that no page types.
RUN find /usr/share/doc -type f ! -name copyright -delete \
 && cd /usr && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/cache/debconf/* /var/log/* \
        share/locale share/man share/info share/zsh share/fish share/bash-completion bin/perl* share/perl* lib/*/perl* \
        bin/ctr bin/dnet sbin/ovrouter lib/containerd lib/cni sbin/fs-idmap sbin/pidfd-kill sbin/recvtty \
        sbin/remap-rootfs sbin/sd-helper sbin/seccompagent

# The supervisor runs programs of the same tree, which it finds through links; nobody in the world can write there.
FROM machine AS links
RUN mkdir /links && cd /links && mkdir dev etc proc run sys tmp world lab && ln -s machine/usr usr \
 && for folder in bin sbin lib lib64; do ln -s usr/$folder $folder; done

# The machines' root file system belongs to the ids that the world's user namespace maps to root (lab/supervisor/world.py).
# It is copied rather than changed, because a changed owner would store every file a second time.
FROM scratch
LABEL netdocs.image=lab
ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
COPY --from=links /links/ /
COPY --from=machine --chown=1000000:1000000 / /machine
