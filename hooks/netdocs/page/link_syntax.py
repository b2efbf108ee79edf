"""`[words](claim:id)` and `[words](scenario:name)` in the text of pages, checked before anything runs. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from netdocs.errors import Diagnostic, did_you_mean
from netdocs.page.fences import CACHE_SIZE, outside_fences, without_code_spans

SCHEMES = ("claim", "scenario")
"""The beginnings of addresses that only this site understands."""

_LINK = re.compile(
    r"""(?:\]\(\s*<?|^ {0,3}\[[^\[\]]+\]:\s*<?)(?P<scheme>claim|scenario):(?P<name>[^)\s>"']*)""", re.MULTILINE
)
"""An inline link (Markdown lets its address stand on the next line) or the definition of a reference link."""


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """A place where a page says that its words are proven."""

    page: str
    line: int
    claim: str


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: a page's URL below the site's root, with its fragment, and a tooltip."""

    url: str
    title: str = ""
    proven: bool = True
    """For a claim: whether its check has passed on any engine."""


def has_claim_link(line: str) -> bool:
    """Whether a line of prose marks words as proven."""
    return any(match["scheme"] == "claim" for match in _LINK.finditer(without_code_spans(line)))


def claim_links(page: str, text: str) -> tuple[ClaimLink, ...]:
    """Every claim link in the page's prose; code shows them without meaning them."""
    return tuple(ClaimLink(page, line, name) for line, scheme, name in _links(text) if scheme == "claim")


def unknown_scenarios(page: str, text: str, scenarios: Iterable[str]) -> Iterator[Diagnostic]:
    """A problem for every `scenario:` link to a file that does not exist."""
    names = sorted(scenarios)
    for line, scheme, name in _links(text):
        if scheme == "scenario" and name not in names:
            do = f"link to a file of snippets/{did_you_mean(name, names)}"
            yield Diagnostic(f"{page}:{line}", "there is no such scenario", do, "", repr(name))


def unknown_claims(links: Iterable[ClaimLink], claims: Iterable[str]) -> Iterator[Diagnostic]:
    """A problem for every link to a claim that does not exist."""
    ids = sorted(claims)
    for link in links:
        if link.claim not in ids:
            do = f"link to a claim of snippets/, or write it{did_you_mean(link.claim, ids)}"
            yield Diagnostic(f"{link.page}:{link.line}", "there is no such claim", do, "", repr(link.claim))


@lru_cache(maxsize=CACHE_SIZE)
def _links(text: str) -> tuple[tuple[int, str, str], ...]:
    """Line, scheme and name of every link of our schemes in the prose, however Markdown lets it be written."""
    lines = [""] * (text.count("\n") + 1)
    for number, line in outside_fences(text):
        lines[number - 1 : number] = [without_code_spans(line)]
    prose = "\n".join(lines)
    matches = _LINK.finditer(prose)
    return tuple((prose.count("\n", 0, m.start("scheme")) + 1, m["scheme"], m["name"]) for m in matches)
