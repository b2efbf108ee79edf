"""Pages as plain Markdown, with what was typed and printed where the fences are, and lists of them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from netdocs.i18n.formatting import date
from netdocs.i18n.strings import ContentStrings
from netdocs.page.claims_table import SYMBOLS, ClaimRow, filter_rows
from netdocs.page.context import Build, PageContext
from netdocs.page.fences import (
    FIGURE_LANGUAGES,
    STEP_LANGUAGES,
    TRANSLATIONS,
    Block,
    Request,
    fenced_blocks,
    outside_fences,
    without_front_matter,
)
from netdocs.page.figure import figure_markdown
from netdocs.page.templating import render
from netdocs.page.transcript import several_machines
from netdocs.page.urls import relative_url
from netdocs.recording.model import Recording, StepResult
from netdocs.terminal import escape_invisible, render_terminal_output

# `](claim:no-names`, the end of a link of ours
_LINK = re.compile(r"\]\((?P<address>(?:claim|scenario):[^)\s]*)")
_ATTRIBUTES = re.compile(r"[ \t]*\{\s*[.#:][^}\n]*\}[ \t]*$")
"""An attribute list at the end of a line, `{ #anchor }`."""
# `<div class="nd-lead" markdown>`, `</div>`: they only lay out
_WRAPPER = re.compile(r"^</?div[^>\n]*>$")


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A page of the navigation, in its order."""

    source: str
    """Its path below the documents' folder; as Markdown it is there on the site, too."""
    section: str
    title: str
    about: str
    """What it is about, in a sentence."""
    learn: str = ""
    """What a reader will know after it, in a sentence."""
    reading_time: str = ""


def to_markdown(page: PageContext) -> str:
    """The page with every executed fence replaced by what it shows, and our links by ones that lead somewhere."""
    text = page.source.text if page.source else ""
    prose = {number for number, _ in outside_fences(text)}
    lines = [_prose(line, page) if number in prose else line for number, line in enumerate(text.splitlines(), 1)]
    exported, position = list[str](), 0
    for block, fence in fenced_blocks(page.name, text):
        exported += [*lines[position : block.first - 1], _indented(block, _request(fence.request, page))]
        position = block.last
    body = without_front_matter("\n".join([*exported, *lines[position:]]))
    return re.sub(r"\n{3,}", "\n\n", body).strip()


def with_learn_line(text: str, learn_line: str) -> str:
    """The text of a page with its `learn` line, if it has one, below its title, ending in a newline."""
    title, _, rest = text.partition("\n") if text.startswith("# ") else ("", "", text)
    parts = (title, f"*{learn_line}*", rest.lstrip("\n")) if learn_line else (text,)
    return "\n\n".join(part for part in parts if part) + "\n"


def _prose(line: str, page: PageContext) -> str:
    """A line without what only the site understands."""

    def resolved(match: re.Match[str]) -> str:
        target = page.build.targets.get(match["address"])
        return f"]({relative_url(target.url, quote(page.name)) if target else match['address']}"

    return _LINK.sub(resolved, _WRAPPER.sub("", _ATTRIBUTES.sub("", line)))


def _indented(block: Block, text: str) -> str:
    prefix = block.opening.string[: block.opening.start()]
    return "\n".join(f"{prefix}{line}".rstrip() for line in text.splitlines())


def _request(request: Request, page: PageContext) -> str:
    """What stands for a fence: a transcript, a table of claims, or a picture in words."""
    result, strings = page.build.result, page.strings
    if request.step == TRANSLATIONS:
        return str(render("translations.md", page=page, states=page.build.translations))
    if request.language not in (*FIGURE_LANGUAGES, *STEP_LANGUAGES):
        return claims_markdown(filter_rows(page.build.rows, request.step, request.session), strings)
    if request.language in FIGURE_LANGUAGES:
        return figure_markdown(request, page)
    results = result.results_for(request.session)
    if request.by_engine:
        results = tuple(result.by_engine(request.session, request.step).values()) or results
        unrecorded = result.unrecorded(request.session)
        if unrecorded and all(sourced.recording.skipped_reason for sourced in results):
            return " ".join(strings.not_recorded.format(engine=engine) for engine, _ in unrecorded)
    return step_markdown([sourced.recording for sourced in results], request.step, strings)


def step_markdown(recordings: Sequence[Recording], name: str, strings: ContentStrings) -> str:
    """A step as fenced text: of each recording (a dialect, or an engine) commands, output, and who printed it."""
    return "\n\n".join(
        _dialect(recording, recording.step(name), strings)
        for recording in recordings
        if recording.step(name) or recording.skipped_reason
    )


def _dialect(recording: Recording, record: StepResult | None, strings: ContentStrings) -> str:
    if record is None:
        return strings.skipped.format(reason=recording.skipped_reason)
    output = render_terminal_output("".join(entry.output for entry in record.commands)).rstrip("\n")
    if recording.scenario.endswith(".py"):
        body = _fenced("python", record.source) + (f"\n\n{_fenced('text', output)}" if output else "")
    else:
        body = _fenced("console", "\n".join(_transcript(recording, record)))
    day = date(strings, recording.recorded_at)
    return f"{body}\n\n*Docker Engine {recording.display_version}, {day}, {recording.scenario}*"


def _transcript(recording: Recording, record: StepResult) -> Iterator[str]:
    name_machines = several_machines(recording)
    for entry in record.commands:
        first, *more = escape_invisible(entry.text).split("\n")
        yield f"{entry.node if name_machines else ''}$ {first}"
        yield from (f"> {line}" for line in more)
        if output := render_terminal_output(entry.output).rstrip("\n"):
            yield output


def _fenced(language: str, text: str) -> str:
    ticks = max((len(match) for match in re.findall(r"`{3,}", text)), default=2) + 1
    return f"{'`' * ticks}{language}\n{text}\n{'`' * ticks}"


def claims_markdown(rows: Sequence[ClaimRow], strings: ContentStrings) -> str:
    """The table of claims, with how each went on each engine."""
    if not rows:
        return ""
    engines = list(rows[0].results)
    head = [strings.claim, *engines, strings.location]
    return "\n".join(map(_table_row, [head, ["---"] * len(head), *(_cells(row, strings) for row in rows)]))


def _cells(row: ClaimRow, strings: ContentStrings) -> list[str]:
    verdicts = [result.verdict for result in row.results.values()]
    outcome = [f"{SYMBOLS[verdict]} {strings.verdicts[verdict]}" for verdict in verdicts]
    return [row.claim.sentence, *outcome, ", ".join(f"{name}:{line}" for name, line in row.checks)]


def _table_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def llms_index(name: str, about: str, pages: Iterable[ListedPage], address: str = "") -> str:
    """The list of all pages for machines, as llms.txt wants it: a title, a summary, links by section."""
    blocks, section = [f"# {name}", f"> {about}"], None
    lines: list[str] = []
    for page in pages:
        if page.section != section:
            section = page.section
            lines = [f"## {section}", ""] if section else []
            blocks.append("")
        note = f": {page.about}" if page.about else ""
        lines.append(f"- [{page.title}]({address}{quote(page.source)}){note}")
        blocks[-1] = "\n".join(lines)
    return "\n\n".join(blocks) + "\n"


def llms_full(pages: Mapping[str, str]) -> str:
    """All pages in one text, each under its address."""
    return "\n\n".join(f"<!-- {url} -->\n\n{text.rstrip()}" for url, text in pages.items()) + "\n"


def machine_files(
    build: Build,
    name: str,
    about: str,
    address: str,
    pages: Iterable[ListedPage],
    *,
    cached: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """The text of each file by its path below the site's root.

    `name` and `about` are the site's; `address` is where it is served, ending in a slash, or empty. `cached` has
    the Markdown, without `learn`, of pages that need not be written anew.
    """
    listed = list(pages)
    learn_lines = {page.source: f"{page.learn} {page.reading_time}".strip() for page in listed}
    markdown = {
        source: with_learn_line(
            (cached or {}).get(source) or to_markdown(PageContext(build, source)),
            learn_lines.get(source, ""),
        )
        for source, page in build.pages.items()
        if page.path
    }
    texts = {f"{address}{quote(page.source)}": markdown[page.source] for page in listed}
    return {
        **markdown,
        "llms.txt": llms_index(name, about, listed, address),
        "llms-full.txt": llms_full(texts),
    }
