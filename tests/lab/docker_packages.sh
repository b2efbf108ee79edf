# Makes of Debian's packages of Docker some with the names and versions that Docker's own have, in /repository, and an
# index of them. Run in a container of Debian's by test_docker_packages.py.
set -eu
apt-get -q -o Acquire::Check-Valid-Until=false update
mkdir /repository /tmp/packages
cd /tmp/packages
apt-get -q -o APT::Sandbox::User=root download docker.io docker-cli docker-compose containerd runc
version=$(dpkg-deb -f docker.io_*.deb Version | sed 's/^[0-9]*://; s/[+~-].*//')

# repack NAME VERSION FROM…: what NAME depends on is what the first of the others does.
repack() {
    name=$1 version_of=$2 depends=$(dpkg-deb -f "$3"_*.deb Depends | sed -E 's/\b(containerd|runc)\b[^,]*/containerd.io/g')
    shift 2
    for from; do dpkg-deb -x "$from"_*.deb "$name"; done
    mkdir "$name/DEBIAN"
    printf '%s\n' "Package: $name" "Version: $version_of" "Architecture: $(dpkg --print-architecture)" \
        "Maintainer: Nobody <nobody@example.com>" ${depends:+"Depends: $depends"} "Description: renamed" >"$name/DEBIAN/control"
    dpkg-deb -Zzstd -z1 --build "$name" /repository >/dev/null
}
repack docker-ce "5:$version-1~debian.13~trixie" docker.io
repack docker-ce-cli "5:$version-1~debian.13~trixie" docker-cli
repack docker-compose-plugin 2.0.0-1 docker-compose
repack containerd.io 1.7.0-1 runc containerd

cd /repository
for deb in *.deb; do
    dpkg-deb -f "$deb"
    printf '%s\n' "Filename: pool/$deb" "Size: $(stat -c %s "$deb")" "SHA256: $(sha256sum "$deb" | cut -d ' ' -f 1)" ""
done >Packages
