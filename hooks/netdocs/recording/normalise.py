"""What two plays of one scenario may differ in, taken out: ids, MACs, times, ports the engine picked, tokens. Pure.

Each volatile word becomes its kind and the order in which it first appeared, `<id-2>`, so that "the
same id again" and "another id" stay apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import msgspec
from msgspec import structs

from netdocs.protocol.snapshot import Capture
from netdocs.recording.model import CommandResult, Fingerprint, Recording, StepResult, to_lines


class Placeholders:
    """What each volatile word was replaced with, numbered by kind."""

    def __init__(self) -> None:
        self._by_word: dict[tuple[str, str], str] = {}
        self._counts: Counter[str] = Counter()

    def __contains__(self, word: tuple[str, str]) -> bool:
        return word in self._by_word

    def name_for(self, kind: str, word: str) -> str:
        """The word's placeholder, a new one the first time."""
        if (kind, word) not in self._by_word:
            self._counts[kind] += 1
            self._by_word[kind, word] = f"<{kind}-{self._counts[kind]}>"
        return self._by_word[kind, word]


_EPHEMERAL = r"(?:3276[89]|327[7-9]\d|32[89]\d\d|3[3-9]\d{3}|[45]\d{4}|60\d{3})"
"""32768 to 60999: where Linux picks a port for whoever asks for none (net.ipv4.ip_local_port_range)."""

_KINDS = (
    # `docker network inspect`: "2026-11-24T07:43:29.390565702Z"; as Go prints it: 2026-11-23 22:41:05 +0000 UTC
    ("time", r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z| ?[+-]\d\d:?\d\d(?: UTC)?)?"),
    # `date`: Mon Nov 23 22:41:05 UTC 2026 (no recording has one now, nor those marked so below)
    ("time", r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +[A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d(?: [AP]M)? \w+ \d{4}"),
    # tcpdump without -t: 22:41:05.123456 IP …; no part of a MAC address, which has more pairs (none now)
    ("time", r"(?<![:\w.])\d\d:\d\d:\d\d(?:\.\d+)?(?![:\w])"),
    # `docker swarm init`: docker swarm join --token SWMTKN-1-64n7aa…-0nv9q5…
    ("token", r"SWMTKN-[\w-]+"),
    # `docker run -d`: 64 digits, `docker network ls`: 12, an old SDK's short_id: 10; with at least one digit and one
    # letter, so that neither deadbeefcafe nor a number is one.
    (
        "id",
        r"(?<![\w:])(?:sha256:)?(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)(?:[0-9a-f]{64}|[0-9a-f]{12}|[0-9a-f]{10})(?![\w:])",
    ),
    # A bridge's name, br-3f1a9c0b2d4e, and a shared namespace, container:3f1a…: nothing else stands there
    ("id", r"(?<=br-)[0-9a-f]{12}|(?<=container:)[0-9a-f]{64}"),
    # One short id in 280 has no letter: (10/16)^12; `normalise_text` takes it for an id only where its long form was
    ("id", r"(?<![\w:.])\d{12}(?![\w:.])"),
    # `docker node ls`, ids of swarm's nodes, services, tasks and networks: 9shz98d1xfzzgaf360cvd6joo
    ("id", r"\b(?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]{25}\b"),
    # The same, cut to 12 in the first column of `docker service ls`: bby6bscexx7j   web
    ("id", r"^[a-z0-9]{12}(?= {2,}\S)"),
    # The host's end of a container's cable, named by the engine: vethd5a1c3f
    ("veth", r"\bveth[0-9a-f]{7}\b"),
    # `ip link`: link/ether 02:42:0a:00:01:02; the lab's machines always have 52:54:00:…, broadcast and lo the same
    ("mac", r"\b(?!52:54:00:)(?!ff:ff:ff:ff:ff:ff)(?!00:00:00:00:00:00)(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b"),
    # `ip -6 addr`: inet6 fe80::42:c6ff:fe33:6482/64, which the kernel makes of the MAC address
    ("link-local", r"\bfe80::[0-9a-f:]+"),
    # An IPv6 range that an engine made up, fd and 40 random bits: fd5c:11aa:22bb::/64; a scenario's own range, too
    ("ula", r"\bfd[0-9a-f]{2}(?::[0-9a-f]{1,4}){2}(?=:)"),
    # A network namespace's inode, `readlink /proc/self/ns/net`: net:[4026532403]; `lsns`: 4026532403
    ("namespace", r"(?<=net:\[)\d+(?=\])|\b402653\d{4}\b"),
    # tcpdump, a client's port: 192.0.2.11.56403 > 192.0.2.12.4789
    ("port", rf"(?<=\d\.){_EPHEMERAL}(?=: | > )"),
    # `docker port`: 80/tcp -> 0.0.0.0:32768; `docker ps`: 0.0.0.0:32768->80/tcp; a log: [fd00:cafe:1::3]:55992: GET /
    ("port", rf"(?<=:){_EPHEMERAL}(?=(?:->|/tcp|/udp|,|$|:?\s))"),
    # `docker inspect`, compact and indented: "HostPort": "32768" (none now)
    ("port", r"(?<=HostPort\":\")\d{5}(?=\")|(?<=HostPort\": \")\d{5}(?=\")"),
)
"""Volatile words by kind; where two match at one place, the first does."""
_WORD = re.compile("|".join(f"(?P<k{n}>{pattern})" for n, (_, pattern) in enumerate(_KINDS)), re.MULTILINE)

_RESET = re.compile(r"curl: \(56\) Recv failure: Connection reset by peer")
_EMPTY_REPLY_CODE = 52
"""Of `curl`, where the end came before the reset."""
_PHRASES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    # ping, each answer: time=0.101 ms, time<1 ms
    (re.compile(r"time[=<][\d.]+ ?ms"), "time=<ms>"),
    # tcpdump: ICMP echo reply, id 30, seq 0 (the id is ping's process id)
    (re.compile(r"(ICMP echo (?:request|reply), id )\d+"), r"\1<n>"),
    # tcpdump of an encrypted overlay: ESP(spi=0xf3a6f066,seq=0x2)
    (re.compile(r"(ESP\(spi=)0x[0-9a-f]+(,seq=)0x[0-9a-f]+"), r"\1<n>\2<n>"),
    # ping of iputils, at the end: 0% packet loss, time 1004ms
    (re.compile(r"(, time )\d+ms"), r"\1<ms>"),
    # ping, at the end: round-trip min/avg/max = 0.1/0.2/0.3 ms (busybox), rtt min/avg/max/mdev = … (iputils)
    (re.compile(r"((?:round-trip|rtt) min/avg/max(?:/mdev)? = )[\d./]+( ms)"), r"\1<ms>\2"),
    # The pages on speed, what they measured: 12.3 Gbit/s; took 83 ticks
    (re.compile(r"(?<![\d.])[\d.]+(?= Gbit/s)|(?<=took )[1-9]\d*(?= ticks)"), "<n>"),
    # `docker ps`: Up About a minute, Exited (137) 2 seconds ago; `docker service ps`: Running less than a second ago
    (re.compile(r"\b(?:\d+|[Aa]bout an?|[Ll]ess than a) (?:second|minute|hour)s?\b"), "<while>"),
    # `ip link`, an interface's number: 12: docker0: <…>, 5: eth0@if6: <…>
    (re.compile(r"^\d+(?=: [\w.-]+[@:])", re.MULTILINE), "<n>"),
    # netlink tools: ifindex 12 (none now)
    (re.compile(r"(ifindex )\d+"), r"\1<n>"),
    # `iptables -vS`, packets and bytes so far: -P INPUT DROP -c 1 60
    (re.compile(r"( -c )\d+ \d+\b"), r"\1<n>"),
    # curl: Failed to connect to 192.0.2.11 port 9002 after 0 ms: Couldn't connect to server
    (re.compile(r"( after )\d+( ms: )"), r"\1<n>\2"),
    # `ip link`, the number of a cable's other end: eth0@if6
    (re.compile(r"(@if)\d+"), r"\1<n>"),
    # `ip addr`, what is left of a lease: valid_lft 86398sec (none now)
    (re.compile(r"(valid_lft|preferred_lft) \d+sec"), r"\1 <s>"),
    # `nft list`: counter packets 3 bytes 252; busybox's `ifconfig`: RX packets:3 … RX bytes:252 (252.0 B)
    (re.compile(r"\b(packets|bytes)([: ])\d+(?: \([\d.]+ \w+\))?"), r"\1\2<n>"),
    # `curl` at a proxy that accepts and finds nobody behind: whether the end or the reset comes first is chance
    (_RESET, "curl: (52) Empty reply from server"),
    # Tables pad their columns to the widest entry, `docker network ls`: 2943b94d4721   bridge   bridge
    (re.compile(r" {2,}"), " "),
    # A container's networks, `docker ps --format '{{.Names}}: {{.Networks}}'`: the engine keeps them in no order
    (re.compile(r"(?<=: )[\w.-]+(?:,[\w.-]+)+$", re.MULTILINE), lambda names: ",".join(sorted(names[0].split(",")))),
    # What `ls /sys/class/net` prints of cables: sorted by their random names, so in an order that means nothing
    (
        re.compile(r"(?:^<(?:veth|id)-\d+>\n){2,}", re.MULTILINE),
        lambda names: "".join(sorted(names[0].splitlines(keepends=True))),
    ),
)
"""What has no identity: a measure, a counter, an order. Put in the place of the words above, in this order."""

# In a snapshot: the engine numbers the ports of an overlay network's bridge, "docker1/overlay mynet veth12"
_PORT_OF_OVERLAY = re.compile(r"(?<=[\" ])(veth)\d{1,4}(?=\")")


def normalise(recording: Recording) -> Recording:
    """The recording without anything that may differ between two plays of the same truth."""
    placeholders = Placeholders()
    steps = tuple(_step(step, placeholders) for step in recording.steps)
    return structs.replace(
        recording,
        version="",
        kernel="",
        recorded_at="1970-01-01T00:00:00Z",
        seconds=0.0,
        fingerprint=Fingerprint(recording.fingerprint.scenario, "", ""),
        steps=steps,
        state_lines=to_lines(normalise_text(recording.state, placeholders)),
    )


def _step(step: StepResult, placeholders: Placeholders) -> StepResult:
    commands = tuple(_command(command, placeholders) for command in step.commands)
    captures = tuple(_capture(capture, placeholders) for capture in step.captures)
    return structs.replace(step, commands=commands, captures=captures)


def _command(command: CommandResult, placeholders: Placeholders) -> CommandResult:
    output = to_lines(normalise_text(command.output, placeholders))
    code = _EMPTY_REPLY_CODE if command.exit_code and _RESET.search(command.output) else command.exit_code
    return structs.replace(
        command, exit_code=code, output_lines=output, seconds=0.0, truncated_bytes=min(command.truncated_bytes, 1)
    )


def _capture(capture: Capture, placeholders: Placeholders) -> Capture:
    """The capture with volatile words replaced; an overlay's engine numbers its ports as its containers come."""
    text = _PORT_OF_OVERLAY.sub(r"\1<n>", msgspec.json.encode(_in_order(capture)).decode())
    return msgspec.json.decode(normalise_text(text, placeholders), type=Capture)


def _in_order(capture: Capture) -> Capture:
    """The capture with interfaces by what they are for: the order they were made in, and their names, may vary."""
    if capture.network is None:
        return capture
    namespaces = tuple(
        replace(namespace, links=tuple(sorted(namespace.links, key=lambda link: (link.kind, link.network, link.peer))))
        for namespace in capture.network.namespaces
    )
    return replace(capture, network=replace(capture.network, namespaces=namespaces))


def normalise_text(text: str, placeholders: Placeholders) -> str:
    """`text` with volatile words replaced; `placeholders` remembers them from one text to the next.

    Runs of blanks become one, because the columns of a table move with the width of what is in them.
    """

    def placeholder(match: re.Match[str]) -> str:
        kind = _KINDS[int((match.lastgroup or "k0")[1:])][0]
        word = _short_id(match[0]) if kind == "id" else match[0]
        # Digits alone are an id only if its long form was there before.
        if kind == "id" and match[0].isdigit() and (kind, word) not in placeholders:
            return match[0]
        return placeholders.name_for(kind, word)

    text = _WORD.sub(placeholder, text)
    for pattern, replacement in _PHRASES:
        text = pattern.sub(replacement, text)
    return text


def _short_id(word: str) -> str:
    """What all forms of an id share: commands show 64 or 12 digits of it, old SDKs 10."""
    return word.removeprefix("sha256:")[:10]
