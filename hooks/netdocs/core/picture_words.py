"""The words of a picture, by language; names and addresses are everybody's."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PictureWords:
    """The phrases of one language; braces are filled in by `str.format`."""

    container: str
    named: str
    also: str
    shares_host: str
    host: str
    network: str
    bridge: str
    empty: str
    down: str
    overlay: str
    balancer: str
    nat: str
    tunnel: str
    published: str
    ways: dict[str, str]
    known_as: dict[str, str]
    """What machines are called on the pages, where that is not their name."""
    lan: str
    beyond: str
    title: str
    path_title: str
    in_words: str
    in_text: str
    drawn: str
    drawn_recorded: str
    legend: str
    through: str
    says_uplink: str
    says_anchor: str
    says_bare: str
    says_nat: str
    says_tunnel: str
    says_guest: str
    says_alone: str
    says_child: str
    says_port: str
    says_stopped: str
    sight_in: str
    sight_out: str
    sight_outer: str
    inside: str
    at_container: str
    at_overlay: str
    at_balancer: str
    at_sandbox: str
    at_named: str
    answered: str
    lost: str
    new_source: str
    new_target: str
    packed: str
    unpacked: str


ENGLISH = PictureWords(
    container="container",
    named="namespace",
    also="and {names}, in the same namespace",
    shares_host="in the host's namespace",
    host="the host's own network namespace",
    network="network {name}",
    bridge="a bridge",
    empty="nothing plugged in",
    down="(down)",
    overlay="overlay network {name}",
    balancer="load balancer {address}",
    nat="NAT",
    tunnel="VXLAN tunnel {vni}",
    published="Published ports",
    ways={
        "macvlan bridge": "macvlan",
        "ipvlan l2": "ipvlan, L2",
        "ipvlan l3": "ipvlan, L3",
        "ipvlan l3s": "ipvlan, L3S",
    },
    known_as={"server": "server, example.com"},
    lan="LAN {range}",
    beyond="beyond the router: {range}",
    title="The network after the step “{step}”",
    path_title="The way of a packet from {start} to {goal}",
    in_words="In words",
    in_text="{title}, a picture in words:",
    drawn="Drawn from a network that Docker Engine {version} made on {date}",
    drawn_recorded="Drawn from a recording, {age} old, of a network that Docker Engine {version} made on {date}",
    legend="Compared with the step “{step}”: + is new, − is gone, ± has changed.",
    through=" through {name}",
    says_uplink="{host} has {name}, plugged into {wire}.",
    says_anchor="{host} has {name}, {note}. To it: {ports}.",
    says_bare="{host} has {name}: {note}.",
    says_nat="Packets from {name} leave {host} under the address of {host} (NAT).",
    says_tunnel="VXLAN tunnel {vni} joins {name} on {host} to the other hosts of this network.",
    says_guest="On {host}, {name} has no network namespace of its own: it is in the host's.",
    says_alone="On {host}, {box} has {name}, connected to nothing.",
    says_child="On {host}, {box} has {name}: {how} on {parent}.",
    says_port="{host} publishes a port: {port}.",
    says_stopped="On {host}, container {name} is not running and has no network.",
    sight_in="Into {place} by {name}: from {source} to {target}{outer}.",
    sight_out="Out of {place} by {name}: from {source} to {target}{outer}.",
    sight_outer=", inside a packet of VXLAN {vni} from {source} to {target}",
    inside="in VXLAN {vni}: {source} → {target}",
    at_container="container {name} on {host}",
    at_overlay="overlay network {name} on {host}",
    at_balancer="load balancer of {name} on {host}",
    at_sandbox="swarm's entrance on {host}",
    at_named="namespace {name} on {host}",
    answered="The answer came back to {start}.",
    lost="No answer. Last seen: {name} of {place}.",
    new_source="new source (NAT)",
    new_target="new destination (NAT)",
    packed="packed into a VXLAN packet",
    unpacked="unpacked",
)

JAPANESE = PictureWords(
    container="コンテナ",
    named="名前空間",
    also="および{names}（同じ名前空間）",
    shares_host="ホストの名前空間",
    host="ホスト自身のネットワーク名前空間",
    known_as={"server": "server、example.com"},
    network="ネットワーク {name}",
    bridge="ブリッジ",
    empty="何もつながっていません",
    down="（停止中）",
    overlay="オーバーレイネットワーク {name}",
    balancer="ロードバランサー {address}",
    nat="NAT",
    tunnel="VXLANトンネル {vni}",
    published="公開ポート",
    ways=ENGLISH.ways,
    lan="LAN {range}",
    beyond="ルーターの先：{range}",
    title="手順{step}のあとのネットワーク",
    path_title="{start}から{goal}へのパケットの経路",
    in_words="文章で読む",
    in_text="{title}（図の説明）：",
    drawn="{date}にDocker Engine {version}が作ったネットワークの図",
    drawn_recorded="記録（{age}前）による図：{date}にDocker Engine {version}が作ったネットワーク",
    legend="手順{step}からの変化：+ は追加、− は削除、± は変更。",
    through="（{name}経由）",
    says_uplink="{host}の{name}は{wire}につながっています。",
    says_anchor="{host}に{name}（{note}）があります。つながっているもの：{ports}。",
    says_bare="{host}に{name}があります：{note}。",
    says_nat="{name}からのパケットは、{host}のアドレスで{host}を出ます（NAT）。",
    says_tunnel="VXLANトンネル {vni}が、{host}の{name}をこのネットワークのほかのホストとつないでいます。",
    says_guest="{host}の{name}は自分のネットワーク名前空間を持たず、ホストの名前空間にいます。",
    says_alone="{host}の{box}には{name}があり、どこにもつながっていません。",
    says_child="{host}の{box}には{name}があります：{parent}上の{how}。",
    says_port="{host}はポートを公開しています：{port}。",
    says_stopped="{host}のコンテナ{name}は動いておらず、ネットワークがありません。",
    sight_in="{name}から{place}に入る：{source}から{target}へ{outer}。",
    sight_out="{name}から{place}を出る：{source}から{target}へ{outer}。",
    sight_outer="（{source}から{target}へのVXLAN {vni}パケットの中）",
    inside="VXLAN {vni}の中：{source} → {target}",
    at_container="{host}のコンテナ{name}",
    at_overlay="{host}のオーバーレイネットワーク{name}",
    at_balancer="{host}の{name}用ロードバランサー",
    at_sandbox="{host}のスウォームの入口",
    at_named="{host}の名前空間{name}",
    answered="応答は{start}に戻りました。",
    lost="応答なし。最後に見えた場所：{place}の{name}。",
    new_source="送信元が変わる（NAT）",
    new_target="宛先が変わる（NAT）",
    packed="VXLANパケットに包まれる",
    unpacked="取り出される",
)
