"""What a reviewer would ask about a page: claims nobody says, sections that say much and prove nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from netdocs.core.errors import Problem
from netdocs.core.fences import outside_fences
from netdocs.core.links import ClaimLink, has_claim_link
from netdocs.core.scenario import Scenario

_HEADING = re.compile(r"#{1,6}\s+(?P<title>.*)")
_SUBJECT = re.compile(
    r"\b(containers?|networks?|bridges?|hosts?|docker|engines?|address(?:es)?|ports?|interfaces?)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[A-Z`\[][^.?!]*\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the prose below it, up to the next heading."""

    line: int
    title: str
    prose: tuple[str, ...]


def unsaid_claims(scenarios: Iterable[Scenario], links: Iterable[ClaimLink]) -> Iterator[Problem]:
    """A problem for every claim that no page links to."""
    said = {link.claim for link in links}
    for scenario in scenarios:
        for claim in scenario.claims:
            if claim.id not in said:
                do = f"say it on a page: [words](claim:{claim.id}), or remove it"
                yield Problem(f"{scenario.path}:{claim.line}", f"no page links to claim {claim.id!r}", do)


def unproven_sections(page: str, text: str) -> Iterator[str]:
    """A hint, with page and line, for every section that speaks of Docker and links to no claim."""
    for section in _sections(text):
        sentences = [found for found in _SENTENCE.findall(" ".join(section.prose)) if _SUBJECT.search(found)]
        if sentences and not any(map(has_claim_link, section.prose)):
            count = f"{len(sentences)} sentence{'s' * (len(sentences) > 1)}"
            yield f"{page}:{section.line}: {count} about Docker under {section.title!r}, and no claim"


def _sections(text: str) -> Iterator[Section]:
    line, title, prose = 1, "", list[str]()
    for number, words in outside_fences(text):
        if found := _HEADING.match(words):
            yield Section(line, title, tuple(prose))
            line, title, prose = number, found["title"], []
        else:
            prose.append(words)
    yield Section(line, title, tuple(prose))
