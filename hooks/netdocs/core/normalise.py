"""What two plays of one scenario may differ in, taken out: ids, MACs, times, ports the engine picked, tokens.

Each volatile word becomes its kind and the order in which it first appeared, `<id-2>`, so that "the
same id again" and "another id" stay apart.
"""

from __future__ import annotations

import re
from dataclasses import replace

import msgspec
from msgspec import structs

from netdocs.core.observed import Look
from netdocs.core.recording import Entry, Key, Recording, StepRecord

_KINDS = (
    ("time", r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z| ?[+-]\d\d:?\d\d(?: UTC)?)?"),
    ("time", r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +[A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d(?: [AP]M)? \w+ \d{4}"),
    ("time", r"(?<![:\w.])\d\d:\d\d:\d\d(?:\.\d+)?(?![:\w])"),
    ("token", r"SWMTKN-[\w-]+"),
    (
        "id",
        r"(?<![\w:])(?:sha256:)?(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)(?:[0-9a-f]{64}|[0-9a-f]{12}|[0-9a-f]{10})(?![\w:])|(?<=br-)[0-9a-f]{12}|(?<=container:)[0-9a-f]{64}",
    ),
    ("id", r"(?<![\w:.])\d{12}(?![\w:.])"),
    ("id", r"\b(?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]{25}\b"),
    ("id", r"^[a-z0-9]{12}(?= {2,}\S)"),
    ("veth", r"\bveth[0-9a-f]{7}\b"),
    ("mac", r"\b(?!52:54:00:)(?!ff:ff:ff:ff:ff:ff)(?!00:00:00:00:00:00)(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b"),
    ("link-local", r"\bfe80::[0-9a-f:]+"),
    ("ula", r"\bfd[0-9a-f]{2}(?::[0-9a-f]{1,4}){2}(?=:)"),
    ("namespace", r"(?<=net:\[)\d+(?=\])|\b402653\d{4}\b"),
    ("port", r"(?<=\d\.)(?:3276[89]|327[7-9]\d|32[89]\d\d|3[3-9]\d{3}|[45]\d{4}|60\d{3})(?=: | > )"),
    ("port", r"(?<=:)(?:3276[89]|327[7-9]\d|32[89]\d\d|3[3-9]\d{3}|[45]\d{4}|60\d{3})(?=(?:->|/tcp|/udp|,|$|:?\s))"),
    ("port", r"(?<=HostPort\":\")\d{5}(?=\")|(?<=HostPort\": \")\d{5}(?=\")"),
)
_WORD = re.compile("|".join(f"(?P<k{n}>{pattern})" for n, (_, pattern) in enumerate(_KINDS)), re.MULTILINE)

_PHRASES = (
    (re.compile(r"time[=<][\d.]+ ?ms"), "time=<ms>"),
    (re.compile(r"(ICMP echo (?:request|reply), id )\d+"), r"\1<n>"),
    (re.compile(r"(ESP\(spi=)0x[0-9a-f]+(,seq=)0x[0-9a-f]+"), r"\1<n>\2<n>"),
    (re.compile(r"(, time )\d+ms"), r"\1<ms>"),
    (re.compile(r"((?:round-trip|rtt) min/avg/max(?:/mdev)? = )[\d./]+( ms)"), r"\1<ms>\2"),
    (re.compile(r"\b(?:\d+|[Aa]bout an?|[Ll]ess than a) (?:second|minute|hour)s?\b"), "<while>"),
    (re.compile(r"^\d+(?=: [\w.-]+[@:])", re.MULTILINE), "<n>"),
    (re.compile(r"(ifindex )\d+"), r"\1<n>"),
    (re.compile(r"( -c )\d+ \d+\b"), r"\1<n>"),
    (re.compile(r"( after )\d+( ms: )"), r"\1<n>\2"),
    (re.compile(r"(@if)\d+"), r"\1<n>"),
    (re.compile(r"(valid_lft|preferred_lft) \d+sec"), r"\1 <s>"),
    (re.compile(r"\b(packets|bytes)([: ])\d+(?: \([\d.]+ \w+\))?"), r"\1\2<n>"),
)
_PORT_OF_OVERLAY = re.compile(r"(?<=[\" ])(veth)\d{1,4}(?=\")")
_BLANKS = re.compile(r" {2,}")


def normalise(recording: Recording) -> Recording:
    """The recording without anything that may differ between two plays of the same truth."""
    names: dict[tuple[str, str], str] = {}
    steps = tuple(_step(step, names) for step in recording.steps)
    key, state = Key(recording.key.scenario, "", ""), stable(recording.state, names)
    return replace(recording, version="", kernel="", played="", seconds=0.0, key=key, steps=steps, state=state)


def _step(step: StepRecord, names: dict[tuple[str, str], str]) -> StepRecord:
    entries = tuple(_entry(entry, names) for entry in step.entries)
    return replace(step, entries=entries, looks=tuple(_look(look, names) for look in step.looks))


def _in_order(look: Look) -> Look:
    """The look with interfaces by what they are for: the order in which they were made, and their names, may vary."""
    if look.network is None:
        return look
    spaces = tuple(
        structs.replace(space, links=tuple(sorted(space.links, key=lambda link: (link.kind, link.network, link.peer))))
        for space in look.network.spaces
    )
    return structs.replace(look, network=structs.replace(look.network, spaces=spaces))


def _look(look: Look, names: dict[tuple[str, str], str]) -> Look:
    """The look with volatile words replaced; an overlay's engine numbers its ports as its containers come."""
    text = _PORT_OF_OVERLAY.sub(r"\1<n>", msgspec.json.encode(_in_order(look)).decode())
    return msgspec.json.decode(stable(text, names), type=Look)


def _entry(entry: Entry, names: dict[tuple[str, str], str]) -> Entry:
    return replace(entry, output=stable(entry.output, names), seconds=0.0, cut=min(entry.cut, 1))


def stable(output: str, names: dict[tuple[str, str], str]) -> str:
    """`output` with volatile words replaced; `names` remembers them from one output to the next.

    Runs of blanks become one, because the columns of a table move with the width of what is in them.
    """

    def named(found: re.Match[str]) -> str:
        kind = _KINDS[int((found.lastgroup or "k0")[1:])][0]
        word = _short_id(found[0]) if kind == "id" else found[0]
        # Digits alone are an id only if its long form was seen.
        if kind == "id" and found[0].isdigit() and (kind, word) not in names:
            return found[0]
        number = sum(known == kind for known, _ in names) + 1
        return names.setdefault((kind, word), f"<{kind}-{number}>")

    text = _WORD.sub(named, output)
    for pattern, instead in _PHRASES:
        text = pattern.sub(instead, text)
    return _BLANKS.sub(" ", text)


def _short_id(word: str) -> str:
    """What all forms of an id share: commands show 64 or 12 digits of it, old SDKs 10."""
    return word.removeprefix("sha256:")[:10]
