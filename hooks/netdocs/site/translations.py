"""Which sections of a translated page are older than the English: digests in front matter, compared by anchor. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markdown.extensions.toc import slugify, unique

from netdocs.i18n.messages import title_context
from netdocs.page.fences import outside_fences
from netdocs.page.translation_state import TranslatedPage
from netdocs.recording.fingerprint import digest
from netdocs.scenario.model import Scenario

KEY = "translated"
"""In a translation's front matter: by a section's anchor, the digest of the English text it was made from."""
TOP = "front-matter"
"""The key of what comes before the first heading."""
DIGITS = 12
"""Of a SHA-256, in hexadecimal: enough to tell versions of one section apart."""

# A heading of Markdown: `## Ports { #ports }`
_HEADING = re.compile(r"#{1,6}\s+(?P<title>.*?)\s*(?:\{\s*#(?P<anchor>[\w-]+)\s*\})?\s*$")
# What is not text in a heading: `code`, *emphasis*, [words](target)
_MARKUP = re.compile(r"\[([^]]*)\]\([^)]*\)|[`*]")
# The block of digests in front matter, with what is indented below it
_BLOCK = re.compile(rf"^{KEY}:.*\n(?:[ \t]+.*\n)*", re.MULTILINE)
# One of them: `  ports: "0123456789ab"`
_ENTRY = re.compile(rf"^[ \t]+(?P<anchor>[\w-]+): \"(?P<digest>[0-9a-f]{{{DIGITS}}})\"[ \t]*$", re.MULTILINE)
# Front matter: YAML between two lines of dashes at a file's beginning
_FRONT_MATTER = re.compile(r"\A---\n(?P<yaml>.*?)^---\n", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PageState:
    """How a translated page stands to its original, by anchors of sections."""

    current: tuple[str, ...]
    outdated: tuple[str, ...]
    """Made from another text, or not said from which."""


def sections(text: str) -> dict[str, str]:
    """The Markdown of each section with its heading, by anchor; what is before the first heading is `TOP`."""
    lines, starts = text.splitlines(), [(0, TOP), *((start, anchor) for start, anchor, _ in _headings(text))]
    ends = [start for start, _ in starts[1:]] + [len(lines)]
    bodies = {anchor: "\n".join(lines[start:end]).strip() for (start, anchor), end in zip(starts, ends, strict=True)}
    return bodies | {TOP: _BLOCK.sub("", bodies[TOP] + "\n").strip()}


def titles(text: str) -> dict[str, str]:
    """The words of each heading by anchor, without their markup."""
    return {anchor: title for _, anchor, title in _headings(text)}


def _headings(text: str) -> Iterator[tuple[int, str, str]]:
    """Index of the line, anchor and words of every heading; anchors are as Python-Markdown's `toc` names them."""
    used: set[str] = set()
    for number, line in outside_fences(text):
        if heading := _HEADING.match(line):
            title = _MARKUP.sub(r"\1", heading["title"])
            anchor = heading["anchor"] or unique(slugify(title, "-"), used)
            used.add(anchor)
            yield number - 1, anchor, title


def digests(english: str) -> dict[str, str]:
    """The digest of every section of an English page, by anchor."""
    return {anchor: digest(body)[:DIGITS] for anchor, body in sections(english).items()}


def stated_digests(translation: str) -> dict[str, str]:
    """What a translation says it was made from, by anchor; empty if it does not say."""
    front_matter = _FRONT_MATTER.match(translation)
    block = _BLOCK.search(front_matter["yaml"]) if front_matter else None
    return {entry["anchor"]: entry["digest"] for entry in _ENTRY.finditer(block[0])} if block else {}


def page_state(english: str, translation: str) -> PageState:
    """Which sections of the translation were made from the English text as it is now, and which were not."""
    stated, now = stated_digests(translation), digests(english)
    outdated = tuple(anchor for anchor, value in now.items() if stated.get(anchor) != value)
    return PageState(tuple(anchor for anchor in now if anchor not in outdated), outdated)


def translated_page(name: str, english: str, translation: str | None) -> TranslatedPage:
    """What a language has of a page; None where it has none."""
    headings = titles(english)
    title = _first(headings, name)
    if translation is None:
        return TranslatedPage(name, title)
    translated_title = _first(titles(translation), name)
    if not stated_digests(translation):
        return TranslatedPage(name, title, translated_title, "unstated")
    outdated = tuple((anchor, headings.get(anchor, "")) for anchor in page_state(english, translation).outdated)
    return TranslatedPage(name, title, translated_title, "outdated" if outdated else "current", outdated)


def _first(headings: dict[str, str], name: str) -> str:
    return next(iter(headings.values()), name)


def messages_of(scenarios: Iterable[Scenario]) -> Iterator[tuple[str, str, str]]:
    """Everything that scenarios say to readers: context, English text, and the file that says it."""
    for scenario in scenarios:
        yield title_context(scenario.session), scenario.title, scenario.path
        yield from ((claim.id, claim.sentence, scenario.path) for claim in scenario.claims)


def with_digests(translation: str, english: str) -> str:
    """The translation, said to be made from this English text."""
    block = "".join(f"  {anchor}: {value!r}\n" for anchor, value in digests(english).items()).replace("'", '"')
    front_matter = _FRONT_MATTER.match(translation)
    yaml = _BLOCK.sub("", front_matter["yaml"]) if front_matter else ""
    body = translation[front_matter.end() :] if front_matter else f"\n{translation}"
    return f"---\n{yaml}{KEY}:\n{block}---\n{body}"
