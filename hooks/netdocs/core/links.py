"""`[words](claim:id)` and links to scenarios: found in pages, checked, and pointed at the right place."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from html import escape

from netdocs.core.errors import Problem
from netdocs.core.fences import outside_fences
from netdocs.core.urls import mention_anchor

_IN_MARKDOWN = re.compile(
    r"""(?:\]\(\s*<?|^ {0,3}\[[^\]]+\]:\s*<?|href=["'])(?P<kind>claim|scenario):(?P<name>[^)\s>"']*)"""
)
_CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_IN_HTML = re.compile(r'<a href="(?P<kind>claim|scenario|step|page):(?P<name>[^"]*)"(?P<rest>[^>]*)>')


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
    return any(found["kind"] == "claim" for found in _IN_MARKDOWN.finditer(_CODE_SPAN.sub("", line)))


def claim_links(page: str, text: str) -> tuple[ClaimLink, ...]:
    """Every claim link in the page's prose; code shows them without meaning them."""
    return tuple(ClaimLink(page, number, name) for number, kind, name in _own_links(text) if kind == "claim")


def unknown_scenarios(page: str, text: str, known: Iterable[str]) -> Iterator[Problem]:
    """A problem for every `scenario:` link to a file that does not exist."""
    names = sorted(known)
    for number, kind, name in _own_links(text):
        if kind == "scenario" and name not in names:
            do = f"link to a file of snippets/{_hint(name, names)}"
            yield Problem(f"{page}:{number}", "there is no such scenario", do, seen=repr(name))


def _own_links(text: str) -> Iterator[tuple[int, str, str]]:
    """Line, kind and name of every link of our own kinds in the prose, however Markdown lets it be written."""
    for number, line in outside_fences(text):
        for found in _IN_MARKDOWN.finditer(_CODE_SPAN.sub("", line)):
            yield number, found["kind"], found["name"]


def _hint(name: str, known: Iterable[str]) -> str:
    close = get_close_matches(name, list(known), 1)
    return f" (did you mean {close[0]!r}?)" if close else ""


def unknown_claims(links: Iterable[ClaimLink], known: Iterable[str]) -> Iterator[Problem]:
    """A problem for every link to a claim that does not exist."""
    ids = sorted(known)
    for link in links:
        if link.claim not in ids:
            hint = _hint(link.claim, ids)
            yield Problem(
                f"{link.page}:{link.line}",
                "there is no such claim",
                f"link to a claim of snippets/, or write it{hint}",
                seen=repr(link.claim),
            )


def resolve(html: str, page_url: str, targets: Mapping[str, Target]) -> str:
    """`html` with every link of our own kinds made relative to the page at `page_url`.

    The first words that a claim proves get an anchor, for the proof page to lead to.
    """
    return _IN_HTML.sub(_resolver(page_url, targets), html)


def _resolver(page_url: str, targets: Mapping[str, Target]) -> Callable[[re.Match[str]], str]:
    said: set[str] = set()

    def resolved(found: re.Match[str]) -> str:
        kind, name = found["kind"], found["name"]
        target = targets.get(f"{kind}:{name}")
        if target is None:  # only what a plan did not check, such as a link in a made page
            return found[0]
        title = f' title="{escape(target.title)}"' if target.title else ""
        place = f' id="{mention_anchor(name)}"' if kind == "claim" and name not in said else ""
        said.add(name)
        name_of_class = (
            ("nd-claim" if target.proven else "nd-claim nd-unproven") if kind == "claim" else f"nd-to-{kind}"
        )
        return (
            f'<a class="{name_of_class}" href="{escape(relative(target.url, page_url))}"{place}{title}{found["rest"]}>'
        )

    return resolved


def relative(url: str, page_url: str) -> str:
    """`url` as seen from the page at `page_url`; both below the site's root, folders ending in a slash."""
    path, mark, fragment = url.partition("#")
    here = posixpath.dirname(page_url) or "."
    found = posixpath.relpath(path or ".", here)
    return (f"{found}/" if path.endswith("/") or not path else found) + mark + fragment
