"""The proof of every claim on every engine: rows for the proof page, and tooltips for the sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import PurePosixPath
from typing import Literal

from netdocs.core.recording import Recording
from netdocs.core.scenario import Claim, Scenario
from netdocs.core.words import Words, date

Verdict = Literal["passed", "failed", "not applicable", "not run", "not recorded"]
VERDICTS: tuple[Verdict, ...] = ("passed", "failed", "not applicable", "not run", "not recorded")
SIGNS: Mapping[Verdict, str] = {
    "passed": "✓",
    "failed": "✗",
    "not applicable": "-",
    "not run": "○",
    "not recorded": "?",
}
"""Told apart without colour."""

FEW = 8
"""Tables of no more rows need no filter."""

Recordings = Mapping[str, Mapping[str, Recording]]
"""By engine, then by scenario name."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How a claim went on one engine."""

    verdict: Verdict
    why: str = ""
    """For "not run": the reason."""
    played: str = ""
    """When, in UTC; empty where nothing was played."""
    emulated: bool = False
    """Whether the kernel was a borrowed one."""


@dataclass(frozen=True, slots=True)
class Row:
    """One claim, what became of it, and where to read on."""

    claim: Claim
    session: str
    step: str
    proofs: tuple[tuple[str, int], ...]
    """Scenario name and line of every check of the claim."""
    cells: Mapping[str, Cell]
    """By engine."""
    pages: tuple[str, ...] = ()
    """Pages (paths below the project's root) that say the sentence."""

    @property
    def proven(self) -> bool:
        """Whether the check has passed on any engine."""
        return any(cell.verdict == "passed" for cell in self.cells.values())


def rows(scenarios: Iterable[Scenario], recordings: Recordings, pages: Mapping[str, Iterable[str]]) -> tuple[Row, ...]:
    """A row for every claim, by session and place in the file; `pages` are by claim id."""
    proving: dict[str, list[tuple[Scenario, str, Claim]]] = {}
    for scenario in sorted(scenarios, key=lambda one: (one.session, one.dialect == "py")):
        for step in scenario.steps:
            for claim in step.claims:
                proving.setdefault(claim.id, []).append((scenario, step.name, claim))
    return tuple(_row(found, recordings, tuple(pages.get(name, ()))) for name, found in proving.items())


def _row(found: Sequence[tuple[Scenario, str, Claim]], recordings: Recordings, pages: tuple[str, ...]) -> Row:
    scenario, step, claim = found[0]
    proofs = tuple((one.name, own.line) for one, _, own in found)
    cells = {engine: _cell(claim, found, known) for engine, known in recordings.items()}
    return Row(claim, scenario.session, step, proofs, cells, pages)


def _cell(claim: Claim, found: Sequence[tuple[Scenario, str, Claim]], known: Mapping[str, Recording]) -> Cell:
    """The worst of the claim's dialects: one that fails outweighs one that passes."""
    cells = [_verdict(claim, known.get(scenario.name)) for scenario, _, _ in found]
    order: tuple[Verdict, ...] = ("failed", "not recorded", "not run", "passed", "not applicable")
    return min(cells, key=lambda cell: order.index(cell.verdict))


def _verdict(claim: Claim, recording: Recording | None) -> Cell:
    if recording is None:
        return Cell("not recorded")
    if recording.not_run:
        return Cell("not run", recording.not_run)
    status = next((record.status for record in recording.claims if record.id == claim.id), None)
    return Cell(status, played=recording.played, emulated=recording.emulated) if status else Cell("not recorded")


def asked_for(known: Iterable[Row], show: str) -> list[Row]:
    """The rows a fence shows: every claim (`proof`), or those that are `limited` to some engines."""
    return [row for row in known if show == "proof" or row.claim.limit]


def tooltip(row: Row, words: Words) -> str:
    """What was checked, on which engines and when, as plain text."""
    phrase = words.proven if row.proven else words.unproven
    checked = phrase.format(sentence=row.claim.sentence.replace("`", ""))
    return f"{checked} {' · '.join(_short(engine, cell, words) for engine, cell in row.cells.items())}"


def _short(engine: str, cell: Cell, words: Words) -> str:
    when = f" ({date(words, cell.played)})" if cell.verdict == "passed" else ""
    return f"{engine}: {words.verdicts[cell.verdict]}{when}"


def table(shown: Sequence[Row], words: Words) -> str:
    """The rows as HTML: a count on top, then a table a script may sort and filter, and that needs none."""
    engines = list(shown[0].cells) if shown else []
    heads = [words.claim, *(f"{words.engine} {engine}" for engine in engines), words.where]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "\n".join(_html(row, words) for row in shown)
    head = f"<thead><tr>{head}</tr></thead>"
    columns = f'style="--nd-engines: {len(engines)}"'
    html = f'<table class="nd-proof" {columns}>{head}\n<tbody>\n{body}\n</tbody></table>'
    html = f'<div class="nd-table">{html}</div>'
    return _count(shown, words) + (_filter(shown, words) if len(shown) > FEW else "") + html


def _filter(shown: Sequence[Row], words: Words) -> str:
    """Where a reader narrows the table down; a script does the work, and without one this is not seen."""
    found = {cell.verdict for row in shown for cell in row.cells.values()}
    kinds = [("", words.all_results), *((v.replace(" ", "-"), words.verdicts[v]) for v in VERDICTS if v in found)]
    options = "".join(f'<option value="{value}">{escape(label)}</option>' for value, label in kinds)
    name = escape(words.filter)
    return (
        f'<p class="nd-filter"><input type="search" aria-label="{name}" placeholder="{name}"> '
        f'<select aria-label="{escape(words.all_results)}">{options}</select></p>\n'
    )


def _count(shown: Sequence[Row], words: Words) -> str:
    found = Counter(cell.verdict for row in shown for cell in row.cells.values())
    said = ", ".join(f"{found[verdict]} {words.verdicts[verdict]}" for verdict in VERDICTS if found[verdict])
    checks = words.count.format(claims=len(shown), checks=sum(found.values()), verdicts=said)
    return f'<p class="nd-count">{escape(checks)}</p>\n'


def _html(row: Row, words: Words) -> str:
    cells = "".join(_td(engine, cell, words) for engine, cell in row.cells.items())
    limit = f' <span class="nd-limit">{escape(str(row.claim.limit))}</span>' if row.claim.limit else ""
    sentence = _sentence(row.claim.sentence)
    links = " ".join(_links(row, words))
    return f'<tr id="claim-{row.claim.id}"><td>{sentence}{limit}</td>{cells}<td>{links}</td></tr>'


def _sentence(text: str) -> str:
    """A claim's sentence as HTML: code spans are code, everything else is text."""
    parts = text.split("`")
    spans = (f"<code>{escape(part)}</code>" if n % 2 else escape(part, quote=False) for n, part in enumerate(parts))
    return "".join(spans) if len(parts) % 2 else escape(text, quote=False)


def _td(engine: str, cell: Cell, words: Words) -> str:
    kind = cell.verdict.replace(" ", "-")
    said = f'<span aria-hidden="true">{SIGNS[cell.verdict]}</span> {escape(words.verdicts[cell.verdict])}'
    return f'<td class="nd-{kind}" data-engine="{engine}" data-verdict="{kind}">{said}{_when_or_why(cell, words)}</td>'


def _when_or_why(cell: Cell, words: Words) -> str:
    if cell.why:
        return f"<small>{escape(cell.why)}</small>"
    if cell.verdict not in ("passed", "failed"):
        return ""
    where = f", {escape(words.emulated)}" if cell.emulated else ""
    return f'<small><time datetime="{cell.played}">{escape(date(words, cell.played))}</time>{where}</small>'


def _links(row: Row, words: Words) -> Iterator[str]:
    for page in row.pages:
        yield f'<a href="page:{page}#{row.claim.id}">{escape(words.page.format(name=PurePosixPath(page).stem))}</a>'
    if not row.step.startswith("_"):
        yield f'<a href="step:{row.session}/{row.step}">{escape(words.its_output)}</a>'
    for name, line in row.proofs:
        yield f'<a href="scenario:{name}#{line}">{escape(name)}:{line}</a>'
