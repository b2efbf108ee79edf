"""Search as readers use it: what they type or paste into Material's search, served and opened from a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browsing import SEARCH, ask

ERRORS, NEWER, FIRST, FEW = "reference/errors/", "reference/engine-29/", 1, 3

QUERIES = {
    # error messages, as they are pasted, with words of the reader's own machine in them
    "bad address": (ERRORS, FIRST),
    "ping: bad address 'beta'": (ERRORS, FEW),
    'docker: Error response from daemon: Conflict. The container name "/mine" is already in use': (ERRORS, FEW),
    "Bind for 0.0.0.0:3000 failed: port is already allocated": (ERRORS, FEW),
    "Error response from daemon: network mynet not found": (ERRORS, FEW),
    "Error response from daemon: Pool overlaps with other one on this address space": (ERRORS, FEW),
    "error while removing network: network app has active endpoints": (ERRORS, FEW),
    "could not find an available, non-overlapping IPv4 address pool among the defaults": (ERRORS, FEW),
    "network-scoped alias is supported only for containers in user defined networks": (ERRORS, FEW),
    "This node is not a swarm manager": (ERRORS, FEW),
    "client version 1.24 is too old. Minimum supported API version is 1.44": (NEWER, FIRST),
    'map has no entry for key "IPAddress"': (NEWER, FIRST),
    "Chain 'DOCKER-ISOLATION-STAGE-2' does not exist": (NEWER, FEW),
    "docker 29": (NEWER, FEW),
    "firewall-backend": (NEWER, FEW),
    "Connection refused": ("guides/troubleshoot/", FEW),
    "Network is unreachable": ("guides/troubleshoot/", FEW),
    # addresses and names
    "172.17": ("drivers/bridge/", FEW),
    "172.17.0.0/16": ("drivers/bridge/", FEW),
    "127.0.0.11": ("guides/names/", FIRST),
    "8.8.8.8": ("guides/names/", FEW),
    "host.docker.internal": ("guides/reach/", FIRST),
    "docker0": ("drivers/bridge/", FEW),
    "resolv.conf": ("guides/names/", FEW),
    # options and commands
    "--internal": ("guides/internal/", FIRST),
    "--network-alias": ("guides/names/", FEW),
    "--ip-range": ("guides/addresses/", FIRST),
    "--add-host": ("guides/names/", FEW),
    "--network host": ("drivers/host/", FIRST),
    "gw-priority": ("guides/several-networks/", FEW),
    "docker network ls": ("reference/commands/", FEW),
    "iptables DOCKER-USER": ("guides/publish/", FEW),
    # everyday words
    "getting started": ("ten-minutes/", FIRST),
    "beginner questions": ("questions/", FIRST),
    "faq": ("questions/", FIRST),
    "static ip": ("guides/addresses/", FIRST),
    "port mapping": ("guides/publish/", FIRST),
    "port forwarding": ("guides/publish/", FIRST),
    "container has no internet": ("guides/troubleshoot/", FEW),
    "internal network": ("guides/internal/", FIRST),
    "macvlan dns names": ("drivers/macvlan/", FEW),
    "which network driver should I use": ("reference/drivers/", FEW),
    "expose vs publish": ("guides/publish/", FIRST),
    "localhost in container": ("guides/share/", FEW),
    "docker-compose networks": ("guides/compose/", FIRST),
    "two networks": ("guides/several-networks/", FIRST),
    "default gateway": ("guides/several-networks/", FEW),
    "container restart ip changes": ("guides/lifecycle/", FEW),
    "reach host from container": ("guides/reach/", FEW),
    "network namespaces": ("concepts/namespaces/", FIRST),
    "swarm services": ("swarm/services/", FIRST),
    "routing mesh": ("swarm/ingress/", FIRST),
    "kubernetes pods": ("swarm/kubernetes/", FIRST),
    "network plugin": ("drivers/your-own/", FIRST),
    "ipv6": ("guides/ipv6/", FIRST),
    "vpn": ("guides/mtu/", FEW),
    "vxlan": ("drivers/overlay/", FEW),
    "ufw": ("guides/firewall/", FEW),
    "firewalld": ("guides/firewall/", FEW),
    "iptables false": ("guides/firewall-modes/", FEW),
    "br_netfilter": ("guides/firewall-modes/", FIRST),
    "DOCKER-USER": ("guides/firewall/", FEW),
    "ip-forward-no-drop": ("guides/firewall/", FEW),
    "nat-unprotected": ("guides/firewall-modes/", FEW),
    "live-restore": ("guides/restarts/", FIRST),
    "stale conntrack udp": ("guides/restarts/", FIRST),
    "502 after recreate": ("guides/restarts/", FEW),
    "restart policy": ("guides/restarts/", FEW),
    "userland-proxy": ("guides/published-ports/", FEW),
    "mdns": ("guides/multicast/", FIRST),
    "multicast": ("guides/multicast/", FIRST),
    "wake on lan": ("guides/multicast/", FIRST),
    "dhcp": ("guides/multicast/", FEW),
    "docker build network": ("guides/build/", FIRST),
    "HTTP_PROXY": ("guides/build/", FIRST),
    "rootless": ("guides/elsewhere/", FEW),
    "ephemeral port": ("guides/kernel/", FEW),
    "nf_conntrack table full": ("guides/kernel/", FIRST),
    "rp_filter": ("guides/kernel/", FIRST),
    "NetworkManager": ("drivers/bridge-options/", FIRST),
    "accept_ra": ("guides/kernel/", FIRST),
    "incorrect label": ("guides/compose/", FEW),
    "network prune": ("guides/lifecycle/", FEW),
    "ipv6_address": ("guides/ipv6/", FEW),
    "real client ip": ("guides/published-ports/", FEW),
    "podman": ("guides/elsewhere/", FIRST),
    "wsl": ("guides/elsewhere/", FIRST),
    "docker desktop": ("guides/elsewhere/", FEW),
    "ndots": ("guides/names/", FIRST),
    "search domain": ("guides/names/", FEW),
    "split dns": ("guides/names/", FEW),
    "config-from": ("drivers/macvlan-modes/", FEW),
    "default-network-opts": ("guides/mtu/", FEW),
    "checksum offload": ("drivers/overlay/", FEW),
    "enable_icc": ("drivers/overlay/", FEW),
    "decision tree": ("guides/troubleshoot/", FIRST),
    "all options": ("reference/options/", FEW),
    "exercises": ("tasks/", FIRST),
    "promiscuous": ("drivers/macvlan/", FEW),
    "glossary": ("reference/glossary/", FIRST),
    "169.254": ("guides/addresses/", FIRST),
    "vpn subnet conflict": ("guides/addresses/", FIRST),
    "default-address-pools": ("guides/addresses/", FEW),
    "local-kv.db": ("guides/lifecycle/", FIRST),
    "where are docker networks stored": ("guides/lifecycle/", FEW),
    "networks have same bridge name": (ERRORS, FIRST),
    "permission denied docker.sock": (ERRORS, FIRST),
    "listen tcp4 0.0.0.0:53: bind: address already in use": (ERRORS, FIRST),
    "pihole port 53": (ERRORS, FIRST),
    "traefik": ("guides/compose/", FIRST),
    "reverse proxy": ("guides/compose/", FEW),
    "no route to host": ("guides/troubleshoot/", FIRST),
    "healthy but unreachable": ("guides/troubleshoot/", FIRST),
    "host-gateway": ("guides/reach/", FEW),
    "dual-stack published port": ("guides/ipv6/", FEW),
    "ipv6 only": ("guides/ipv6/", FEW),
    "colima": ("guides/elsewhere/", FIRST),
    "step by step repairs": ("guides/repairs/", FEW),
    # as issues and chats have them: long messages, everyday words, slips, one word for two and two for one
    "Error starting userland proxy: listen tcp4 0.0.0.0:8080: bind: address already in use": (ERRORS, FEW),
    "failed to set up container networking: driver failed programming external connectivity on endpoint": (ERRORS, FEW),
    "Error response from daemon: bridge is a pre-defined network and cannot be removed": (ERRORS, FEW),
    "conflicting options: port publishing and the container type network mode": (ERRORS, FEW),
    "iptables: No chain/target/match by that name": ("guides/troubleshoot/", FIRST),
    "curl: (7) Failed to connect to localhost port 8080: Connection refused": ("guides/troubleshoot/", FEW),
    "Temporary failure in name resolution": ("guides/troubleshoot/", FEW),
    "connect ECONNREFUSED 172.18.0.2:3306": ("guides/troubleshoot/", FEW),
    "getaddrinfo ENOTFOUND db": ("guides/names/", FEW),
    "TLS handshake timeout": ("guides/mtu/", FEW),
    "Found orphan containers": ("guides/compose/", FIRST),
    "--link": ("drivers/default-bridge/", FIRST),
    "--aux-address": ("guides/addresses/", FEW),
    "--mac-address": ("guides/addresses/", FEW),
    "-o com.docker.network.bridge.name": ("reference/options/", FEW),
    "127.0.0.1:8080:80": ("guides/publish/", FIRST),
    "container cannot ping host": ("guides/reach/", FEW),
    "access host database from container": ("guides/reach/", FEW),
    "same port twice": ("guides/publish/", FEW),
    "change subnet of existing network": ("guides/addresses/", FEW),
    "list ips of all containers": ("reference/commands/", FEW),
    "which network does compose use": ("guides/compose/", FIRST),
    "dns not working in container": ("guides/names/", FEW),
    "find out who uses port": ("guides/publish/", FEW),
    "delete network": ("reference/commands/", FEW),
    "cheatsheet": ("reference/commands/", FIRST),
    "disable networking": ("drivers/none/", FEW),
    "real client ip behind docker": ("guides/publish/", FEW),
    "docker ignores ufw": ("guides/firewall/", FIRST),
    "container without network": ("drivers/none/", FIRST),
    "move container to another network": ("guides/several-networks/", FEW),
    "mac vlan": ("drivers/macvlan/", FIRST),
    "ip vlan": ("drivers/ipvlan/", FIRST),
    "user defined bridge": ("drivers/bridge/", FEW),
    "host networking": ("drivers/host/", FIRST),
    "network mode host": ("drivers/host/", FIRST),
    "default-bridge": ("drivers/default-bridge/", FIRST),
    "trouble shooting": ("guides/troubleshoot/", FIRST),
    "loadbalancer": ("swarm/services/", FEW),
    "brigde": ("drivers/bridge/", FEW),
    "macvlna": ("drivers/macvlan/", FEW),
    "firwall": ("guides/firewall/", FEW),
    "publsh port": ("guides/publish/", FEW),
}
"""What is typed or pasted, the page that answers it, and how many pages may come up to it."""


@pytest.fixture(scope="module")
def searching(browser: Browser, address: str) -> Page:
    """A page on which one question is asked after another, as readers do."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + "drivers/none/", wait_until="load")
    return page


@pytest.mark.parametrize("query", QUERIES)
def test_the_page_that_answers_comes_first(searching: Page, query: str) -> None:
    """Or among the first three."""
    expected, most = QUERIES[query]

    assert expected in ask(searching, query)[:most]


@pytest.mark.parametrize("flag", ["LOWER_UP", "qdisc", "qlen"])
def test_what_only_outputs_say_in_passing_is_not_found(searching: Page, flag: str) -> None:
    """Flags of interfaces stand in hundreds of outputs, and no page is about them."""
    assert ask(searching, flag) == []


def test_a_word_that_is_also_a_flag_leads_to_pages_about_it(searching: Page, site: Path) -> None:
    """`multicast` is in the outputs of most pages; found are those at most that say it in a sentence."""
    for url in ask(searching, "multicast"):
        markdown = (site / f"{url.rstrip('/') or 'index'}.md").read_text(encoding="utf-8")

        assert "multicast" in markdown.replace("MULTICAST", ""), url


def test_a_question_without_an_answer_has_none(searching: Page) -> None:
    """No page is better than a wrong one."""
    assert ask(searching, "zeitgeist") == []


def test_following_an_answer_by_keyboard(page: Page, address: str) -> None:
    """Slash, words, Enter: the reader is at the section, and sees the words marked."""
    page.goto(address, wait_until="load")
    page.keyboard.press("/")
    ask(page, "bad address")
    page.keyboard.press("Enter")
    page.wait_for_url("**/reference/errors/**")

    assert page.url.partition("#")[2]
    page.locator(".md-content mark:not(.nd-diff)").first.wait_for()


def test_a_folder_on_a_disk_is_enough(page: Page, site: Path) -> None:
    """Opened without a server, pages lead to pages, and search works; nothing is asked of anybody."""
    requests: list[str] = []
    page.set_viewport_size({"width": 1280, "height": 900})
    page.on("request", lambda request: requests.append(request.url))
    page.goto((site.parent / "index.html").as_uri(), wait_until="load")
    page.wait_for_url("**/en/index.html")
    page.locator(".md-tabs").get_by_role("link", name="Drivers").click()
    page.wait_for_url("**/drivers/bridge/index.html")
    page.locator(SEARCH).click()
    assert ERRORS in ask(page, "bad address")[:FEW]
    page.locator(".md-search-result__item a").first.click()
    page.wait_for_url("**/reference/errors/index.html*")

    assert page.locator("h1").first.is_visible()
    assert [url for url in requests if not url.startswith(("file:", "data:", "about:", "blob:"))] == []


def test_an_address_that_leads_nowhere_leads_to_the_nearest(page: Page, address: str) -> None:
    """A mistyped address is answered with pages that have a similar one, and with all of them."""
    answer = page.goto(address + "driver/brigde", wait_until="load")
    page.locator("#nd-suggestions a").first.wait_for()

    assert answer is not None
    assert answer.status == 404
    assert "drivers/bridge/" in (page.locator("#nd-suggestions a").first.get_attribute("href") or "")
    assert page.locator(".nd-sitemap a").count() > 10
