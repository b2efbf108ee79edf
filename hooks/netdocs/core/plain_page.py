"""A page as plain Markdown: its prose as written, and where the fences are, what was typed and printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from netdocs.core.fences import Block, Fence, blocks, outside_fences
from netdocs.core.proof import SIGNS, Row
from netdocs.core.recording import Recording, StepRecord
from netdocs.core.terminal import clean
from netdocs.core.words import Words, date

Ask = Callable[[Fence, bool], str]
"""What stands in a page for a fence; the second value says whether it asks for every engine."""

_LINK = re.compile(r"\]\((?P<kind>claim|scenario):(?P<name>[^)\s]*)\)")
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_ATTRIBUTES = re.compile(r"[ \t]*\{\s*[.#:][^}\n]*\}[ \t]*$")
_WRAPPER = re.compile(r"^</?div[^>\n]*>$")


@dataclass(frozen=True, slots=True)
class Link:
    """A page for machines to find: its title, address and what it is about."""

    section: str
    title: str
    url: str
    about: str


def plain(page: str, text: str, ask: Ask, link: Callable[[str, str], str]) -> str:
    """The page with every executed fence replaced by what it shows, and our links by ones that lead somewhere."""
    prose = {number for number, _ in outside_fences(text)}
    lines = [_prose(line, link) if number in prose else line for number, line in enumerate(text.splitlines(), 1)]
    kept, at = list[str](), 0
    for block, fence in blocks(page, text):
        kept += [*lines[at : block.first - 1], _indented(block, ask(fence, 'by="engine"' in block.opening[0]))]
        at = block.last
    whole = _FRONT.sub("", "\n".join([*kept, *lines[at:]]))
    return re.sub(r"\n{3,}", "\n\n", whole).strip() + "\n"


def _prose(line: str, link: Callable[[str, str], str]) -> str:
    """A line without what only the site understands."""
    bare = _WRAPPER.sub("", _ATTRIBUTES.sub("", line))
    return _LINK.sub(lambda found: f"]({link(found['kind'], found['name'])})", bare)


def _indented(block: Block, shown: str) -> str:
    prefix = block.opening.string[: block.opening.start()]
    return "\n".join(f"{prefix}{line}".rstrip() for line in shown.splitlines())


def step(recordings: Sequence[Recording], name: str, words: Words) -> str:
    """A step as fenced text: of each recording (a dialect, or an engine) commands, output, and who printed it."""
    return "\n\n".join(_dialect(one, one.step(name), words) for one in recordings if one.step(name) or one.not_run)


def _dialect(recording: Recording, record: StepRecord | None, words: Words) -> str:
    if record is None:
        return words.not_run.format(reason=recording.not_run)
    printed = clean("".join(entry.output for entry in record.entries)).rstrip("\n")
    if recording.scenario.endswith(".py"):
        body = _fenced("python", record.source) + (f"\n\n{_fenced('text', printed)}" if printed else "")
    else:
        body = _fenced("console", "\n".join(_typed(recording, record)))
    return f"{body}\n\n*Docker Engine {recording.release}, {date(words, recording.played)}, {recording.scenario}*"


def _typed(recording: Recording, record: StepRecord) -> Iterator[str]:
    several = len({entry.node for one in recording.steps for entry in one.entries}) > 1
    for entry in record.entries:
        first, *more = entry.text.split("\n")
        yield f"{entry.node if several else ''}$ {first}"
        yield from (f"> {line}" for line in more)
        if printed := clean(entry.output).rstrip("\n"):
            yield printed


def _fenced(language: str, text: str) -> str:
    ticks = max((len(found) for found in re.findall(r"`{3,}", text)), default=2) + 1
    return f"{'`' * ticks}{language}\n{text}\n{'`' * ticks}"


def proofs(rows: Sequence[Row], words: Words) -> str:
    """The table of claims, with how each went on each engine."""
    if not rows:
        return ""
    engines = list(rows[0].cells)
    head = [words.claim, *engines, words.where]
    body = [
        [row.claim.sentence, *(f"{SIGNS[cell.verdict]} {words.verdicts[cell.verdict]}" for cell in row.cells.values()),
         ", ".join(f"{name}:{line}" for name, line in row.proofs)]
        for row in rows
    ]  # fmt: skip
    return "\n".join(
        f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
        for row in [head, ["---"] * len(head), *body]
    )


def overview(name: str, about: str, links: Iterable[Link]) -> str:
    """The list of all pages for machines, as llms.txt wants it: a title, a summary, links by section."""
    parts, section = [f"# {name}", f"> {about}"], None
    lines: list[str] = []
    for link in links:
        if link.section != section:
            section = link.section
            lines = [f"## {section}", ""] if section else []
            parts.append("")
        note = f": {link.about}" if link.about else ""
        lines.append(f"- [{link.title}]({link.url}){note}")
        parts[-1] = "\n".join(lines)
    return "\n\n".join(parts) + "\n"


def together(pages: Mapping[str, str]) -> str:
    """All pages in one text, each under its address."""
    return "\n\n".join(f"<!-- {url} -->\n\n{text.rstrip()}" for url, text in pages.items()) + "\n"
