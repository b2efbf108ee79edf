"""The page of a scenario: both dialects in full, and how each of its claims went. Markdown out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from netdocs.core.scenario import Claim, Scenario
from netdocs.core.transcript import Shown
from netdocs.core.words import Words, date

LEXERS = {"sh": "bash", "py": "python"}


def page_of(session: str) -> str:
    """The Markdown path of a session's page, below docs/en."""
    return f"scenarios/{session}.md"


def url_of(session: str) -> str:
    """The URL of a session's page below the site's root."""
    return f"scenarios/{session}/"


def anchor(claim: str) -> str:
    """The fragment that leads to a claim on its scenario's page."""
    return f"claim-{claim}"


def page(scenarios: Sequence[Scenario], shown: Sequence[Shown], words: Words) -> str:
    """The page of one session; `scenarios` are its dialects, the shell first."""
    session = scenarios[0].session
    head = [
        "---",
        "search:",
        "  exclude: true",
        "---",
        f"# {words.scenario_title.format(name=f'`{session}`')}",
        scenarios[0].title,
    ]
    return (
        "\n\n".join(
            [
                "\n".join(head[:4]),
                *head[4:],
                *_claims(scenarios, shown, words),
                words.scenario_intro,
                *_sources(scenarios),
            ]
        )
        + "\n"
    )


def _claims(scenarios: Sequence[Scenario], shown: Sequence[Shown], words: Words) -> Iterator[str]:
    claims = {claim.id: claim for scenario in scenarios for claim in scenario.claims}
    if claims:
        yield f"## {words.claims}"
        yield "\n".join(_line(claim, shown, words) for claim in claims.values())


def _line(claim: Claim, shown: Iterable[Shown], words: Words) -> str:
    results = "; ".join(_results(claim, shown, words))
    limit = f" ({claim.limit})" if claim.limit else ""
    return f'- <span id="{anchor(claim.id)}"></span>{claim.sentence}{limit}<br><small>{results}</small>'


def _results(claim: Claim, shown: Iterable[Shown], words: Words) -> Iterator[str]:
    for one in shown:
        recording = one.recording
        status = next((record.status for record in recording.claims if record.id == claim.id), None)
        if status:
            version = recording.version.partition("+")[0]
            yield f"`{recording.scenario}`: {words.status[status]}, {version}, {date(words, recording.played)}"
        elif recording.not_run:
            yield f"`{recording.scenario}`: {words.not_run.format(reason=recording.not_run)}"


def _sources(scenarios: Iterable[Scenario]) -> Iterator[str]:
    for scenario in scenarios:
        ticks = "`" * max(4, 1 + max((len(run) for run in re.findall(r"`+", scenario.text)), default=0))
        yield f"## {scenario.name}"
        yield f'{ticks}{LEXERS[scenario.dialect]} linenums="1"\n{scenario.text.rstrip()}\n{ticks}'
