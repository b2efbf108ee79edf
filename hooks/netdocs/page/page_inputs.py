"""What one page of a build is made of: a build that holds nothing else, and its digest. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import msgspec

from netdocs.i18n.formatting import age
from netdocs.page.claims_table import ClaimRow, filter_rows
from netdocs.page.context import Build
from netdocs.page.fences import CLAIMS_LANGUAGE, TRANSLATIONS, Request, fences
from netdocs.page.plan import Plan
from netdocs.page.results import BuildResult

# An address of ours wherever it stands in a page's text; one that is written otherwise is missed, see `narrowed`
_ADDRESS = re.compile(r"\b(?:claim|scenario):[^\s)>\"'\]]+")
_NO_TIME = datetime.min.replace(tzinfo=UTC)


def narrowed(build: Build, name: str) -> Build:
    """The build without what the page shows nothing of.

    A page that is drawn from it can depend on nothing else, so its digest tells whether the page is still the same.
    Where something is missed that the page needs, a link leads nowhere or a lookup fails; it shows nothing else.
    """
    source = build.pages.get(name)
    if source is None:
        return build
    requests = [fence.request for fence in fences(source.path or name, source.text)]
    rows = _rows(build.rows, requests)
    result = _result(build.result, {request.session for request in requests})
    addresses = [*_ADDRESS.findall(source.text), *_addresses(result.plan, rows)]
    targets = {address: build.targets[address] for address in addresses if address in build.targets}
    translations = build.translations if TRANSLATIONS in {request.step for request in requests} else ()
    return replace(build, result=result, rows=rows, targets=targets, pages={name: source}, translations=translations)


def _rows(rows: tuple[ClaimRow, ...], requests: Iterable[Request]) -> tuple[ClaimRow, ...]:
    """The rows that any of the requests shows, in their order."""
    tables = [request for request in requests if request.language == CLAIMS_LANGUAGE]
    listed = [filter_rows(rows, request.step, request.session) for request in tables]
    if len(listed) <= 1:  # nearly every page; a site has many rows, and this is done for each page of each build
        return tuple(*listed)
    claims = {row.claim.id for table_rows in listed for row in table_rows}
    return tuple(row for row in rows if row.claim.id in claims)


def _result(result: BuildResult, sessions: Iterable[str]) -> BuildResult:
    """What there is of these sessions, on every engine."""
    scenarios = tuple(scenario for session in sorted(sessions) for scenario in result.plan.dialects(session))
    names = [scenario.name for scenario in scenarios]
    other_engines = {
        engine: {name: recordings[name] for name in names if name in recordings}
        for engine, recordings in result.other_engines.items()
    }
    results = {name: result.results[name] for name in names if name in result.results}
    return BuildResult(Plan((), scenarios), results, other_engines, result.engine, result.live)


def _addresses(plan: Plan, rows: Iterable[ClaimRow]) -> Iterator[str]:
    """Where the templates of blocks lead."""
    for scenario in plan.scenarios:
        yield from (f"scenario:{scenario.name}", f"scenario:{scenario.name}#by-engine")
    for row in rows:
        yield from (f"claim:{row.claim.id}", f"step:{row.session}/{row.step}")
        yield from (f"page:{page}#{row.claim.id}" for page in row.pages)
        yield from (f"scenario:{name}#{line}" for name, line in row.checks)


def build_digest(build: Build) -> str:
    """A digest of all that the build holds; of the time only what pages say of it, the ages of recordings."""
    recordings = [recording for names in build.result.recordings.values() for recording in names.values()]
    ages = [age(build.strings, recording.recorded_at, build.now) for recording in recordings]
    pages = {name: replace(page, outdated=frozenset()) for name, page in build.pages.items()}
    outdated = [sorted(page.outdated) for page in build.pages.values()]  # a set has another order in every process
    return digest(replace(build, now=_NO_TIME, pages=pages), ages, outdated)


def digest(*values: object) -> str:
    """A digest of plain values, dataclasses and msgspec's structs; equal values have equal ones."""
    return hashlib.sha256(msgspec.msgpack.encode(values, enc_hook=plain)).hexdigest()


def plain(value: object) -> object:
    """A text of a type of its own (Markup) as msgspec encodes it; TypeError for all that is no text."""
    if isinstance(value, str):
        return str.__str__(value)
    raise TypeError(f"{type(value)} has no digest")
