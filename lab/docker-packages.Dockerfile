# The lab image with Docker's own packages at an exact version, for an engine that no Debian release ships.
# It ends in a list of packages: hooks/netdocs/lab/image.py appends lab/Dockerfile from its tools on. They are not one
# file, because the text of that one names the images of Debian's engines: they would all be built anew.
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
