"""Search as it was tried by people who had not seen what it was tuned with, by kind of what they type."""

# ruff: noqa: RUF001 (letters of full width are what is typed with a Japanese keyboard)
from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from browsing import ask

FIRST, FEW = 1, 3

ENGLISH = {
    "container without network": ("drivers/none/", FIRST),
    "failed programming external connectivity on endpoint web: Bind for 0.0.0.0:80 failed: port is already allocated": (
        "reference/errors/",
        FEW,
    ),
    "conflicting options: host type networking can't be used with links": ("reference/errors/", FEW),
    "curl: (6) Could not resolve host: api": ("guides/names/", FEW),
    "curl: (52) Empty reply from server": ("guides/troubleshoot/", FEW),
    "curl: (56) Recv failure: Connection reset by peer": ("guides/troubleshoot/", FEW),
    "wget: bad address 'web:8080'": ("reference/errors/", FEW),
    'nc: getaddrinfo for host "db" port 5432: Temporary failure in name resolution': ("guides/troubleshoot/", FEW),
    "ssh: connect to host 172.17.0.2 port 22: No route to host": ("guides/troubleshoot/", FEW),
    'psql: error: could not translate host name "db" to address: Name or service not known': ("guides/names/", FEW),
    "Error: getaddrinfo EAI_AGAIN postgres": ("guides/names/", FEW),
    "Error: listen EADDRINUSE: address already in use :::3000": ("reference/errors/", FEW),
    "java.net.UnknownHostException: kafka": ("guides/troubleshoot/", FEW),
    "java.net.ConnectException: Connection refused (Connection refused)": ("guides/troubleshoot/", FEW),
    "socket.gaierror: [Errno -3] Temporary failure in name resolution": ("guides/troubleshoot/", FEW),
    "OSError: [Errno 113] No route to host": ("guides/troubleshoot/", FEW),
    'nginx: [emerg] host not found in upstream "backend" in /etc/nginx/conf.d/default.conf:3': ("guides/compose/", FEW),
    "connect() failed (111: Connection refused) while connecting to upstream": ("guides/troubleshoot/", FEW),
    "dial tcp: lookup db on 127.0.0.11:53: no such host": ("guides/names/", FEW),
    "dial tcp: lookup registry-1.docker.io: i/o timeout": ("guides/troubleshoot/", FEW),
    "dial tcp 10.0.0.5:443: i/o timeout": ("guides/troubleshoot/", FEW),
    "--publish": ("guides/publish/", FIRST),
    "--gateway": ("guides/addresses/", FEW),
    "--dns": ("guides/names/", FIRST),
    "--dns-search": ("guides/names/", FIRST),
    "--dns-opt": ("guides/names/", FEW),
    "--net none": ("drivers/none/", FIRST),
    "--network container:web": ("guides/share/", FIRST),
    "--opt encrypted": ("drivers/overlay/", FIRST),
    "-o macvlan_mode=bridge": ("drivers/macvlan/", FEW),
    "ipvlan_mode=l3": ("drivers/ipvlan/", FIRST),
    "192.168.0.0/16": ("guides/addresses/", FEW),
    "172.18.0.1": ("guides/reach/", FEW),
    "8080:80": ("guides/publish/", FIRST),
    "80:80/udp": ("guides/publish/", FEW),
    "[::1]:8080:80": ("guides/publish/", FEW),
    "fe80::": ("guides/ipv6/", FEW),
    "docker network create": ("reference/commands/", FIRST),
    "docker network inspect": ("reference/commands/", FIRST),
    "docker network rm": ("reference/commands/", FIRST),
    "overley": ("drivers/overlay/", FIRST),
    "kuberentes": ("swarm/kubernetes/", FIRST),
    "multi cast": ("guides/multicast/", FIRST),
    "name space": ("concepts/namespaces/", FEW),
    "published ports": ("guides/publish/", FIRST),
    "loopback": ("guides/publish/", FEW),
    "DNAT": ("guides/published-ports/", FEW),
    "VIP": ("swarm/services/", FIRST),
    "VTEP": ("drivers/overlay/", FIRST),
    "IPAM": ("concepts/networks/", FEW),
    "NDP": ("guides/ipv6/", FEW),
    "PMTU": ("guides/mtu/", FIRST),
    "podman vs docker network": ("guides/elsewhere/", FIRST),
    "wsl2 cannot reach container": ("guides/elsewhere/", FEW),
    "calico flannel": ("swarm/kubernetes/", FEW),
    "How do I connect two containers?": ("guides/several-networks/", FEW),
    "How do I give a container a fixed IP address?": ("guides/addresses/", FIRST),
    "How do I access a service on my laptop from a container?": ("guides/reach/", FEW),
    "Why does docker bypass my firewall?": ("guides/firewall/", FIRST),
    "Can a container be on more than one network?": ("guides/several-networks/", FIRST),
}
"""Errors of many programs, options, addresses, port mappings, slips, words together and apart, whole questions."""

JAPANESE = {
    "ネットワークなしのコンテナ": ("drivers/none/", FEW),
    "コンテナからインターネットに出られない": ("guides/internal/", FEW),
    "ＤＮＳ": ("guides/names/", FIRST),
    "ＩＰｖ６": ("guides/ipv6/", FIRST),
    "１７２．１７": ("drivers/bridge/", FEW),
    "１２７．０．０．１：８０８０：８０": ("guides/publish/", FEW),
    "ポートフォワード": ("guides/publish/", FIRST),
    "ポートを公開する方法": ("guides/publish/", FIRST),
    "サブネットマスク": ("guides/addresses/", FEW),
    "２つのネットワーク": ("guides/several-networks/", FEW),
    "ファイヤーウォール": ("guides/firewall/", FIRST),
    "別ホストのコンテナと通信": ("drivers/overlay/", FEW),
    "ホストモード": ("drivers/host/", FEW),
    "ブリッヂ": ("drivers/bridge/", FEW),
    "インターナルネットワーク": ("guides/internal/", FEW),
    "内部ネットワーク": ("guides/internal/", FIRST),
    "ビルド中に名前解決できない": ("guides/build/", FEW),
    "ネットワークが遅い": ("guides/performance/", FEW),
    "カーネルパラメータ": ("guides/kernel/", FEW),
    "カーネルパラメーター": ("guides/kernel/", FEW),
    "コンテナを再作成すると502": ("guides/restarts/", FEW),
    "クバネティス": ("swarm/kubernetes/", FEW),
    "ロードバランサ": ("swarm/ingress/", FEW),
    "ロードバランサー": ("swarm/ingress/", FEW),
    "よくある質問": ("questions/", FIRST),
    "docker network create": ("reference/commands/", FEW),
    "コンポーズ": ("guides/compose/", FEW),
    "パケットキャプチャ": ("guides/share/", FEW),
}
"""Letters of full width, both spellings, parts of katakana compounds, hiragana that says what is wrong, questions."""


@pytest.mark.timeout(300)  # some 60 questions on one page
@pytest.mark.parametrize(("language", "queries"), [("en", ENGLISH), ("ja", JAPANESE)])
def test_the_page_that_answers_comes_first(
    browser: Browser, root: str, language: str, queries: dict[str, tuple[str, int]]
) -> None:
    """Or among the first three. One page asks them all, and all that went wrong is told at once."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{root}{language}/drivers/none/", wait_until="load")
    answers = [(query, expected, ask(page, query)[:most]) for query, (expected, most) in queries.items()]
    page.close()

    assert answers
    assert [answer for answer in answers if answer[1] not in answer[2]] == []
