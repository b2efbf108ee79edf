# Two spellings of one option.

# %% help
docker run --help | grep -e --dns
# claim doc-dns-opt-not-in-help: The help of docker run lists --dns-option, and does not list --dns-opt.
[[ $(docker run --help | grep -o -e '--dns[a-z-]*' | sort | xargs) == "--dns --dns-option --dns-search" ]]

# %% spellings
docker run --rm --dns-opt ndots:3 busybox grep options /etc/resolv.conf
docker run --rm --dns-option ndots:3 busybox grep options /etc/resolv.conf
# claim doc-dns-opt-works: The command docker run takes --dns-opt all the same, and it does what --dns-option does.
[[ $out == *"options ndots:3"* && $(docker run --rm --dns-opt ndots:3 busybox grep ^options /etc/resolv.conf) == "options ndots:3" ]]
