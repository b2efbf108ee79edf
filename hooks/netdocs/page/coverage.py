"""What a reviewer would ask about a page: claims nobody says, sections that say much and prove nothing. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from netdocs.errors import Diagnostic
from netdocs.page.fences import outside_fences
from netdocs.page.link_syntax import ClaimLink, has_claim_link
from netdocs.scenario.model import Scenario

# A heading of Markdown, `## Ports`
_HEADING = re.compile(r"#{1,6}\s+(?P<title>.*)")
# What a sentence about Docker speaks of
_SUBJECT = re.compile(
    r"\b(containers?|networks?|bridges?|hosts?|docker|engines?|address(?:es)?|ports?|interfaces?)\b", re.IGNORECASE
)
# From a capital, a word in code or a link to the full stop; `172.17.0.2` has none that ends it
_SENTENCE = re.compile(r"[A-Z`\[][^.?!]*\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the prose below it, up to the next heading."""

    line: int
    title: str
    prose: tuple[str, ...]


def unlinked_claims(scenarios: Iterable[Scenario], links: Iterable[ClaimLink]) -> Iterator[Diagnostic]:
    """A problem for every claim that no page links to."""
    linked = {link.claim for link in links}
    for scenario in scenarios:
        for claim in scenario.claims:
            if claim.id not in linked:
                do = f"say it on a page: [words](claim:{claim.id}), or remove it"
                yield Diagnostic(f"{scenario.path}:{claim.line}", f"no page links to claim {claim.id!r}", do)


def unproven_sections(page: str, text: str) -> Iterator[str]:
    """A hint, with page and line, for every section that speaks of Docker and links to no claim."""
    for section in _sections(text):
        sentences = [sentence for sentence in _SENTENCE.findall(" ".join(section.prose)) if _SUBJECT.search(sentence)]
        if sentences and not any(map(has_claim_link, section.prose)):
            count = f"{len(sentences)} sentence{'s' * (len(sentences) > 1)}"
            yield f"{page}:{section.line}: {count} about Docker under {section.title!r}, and no claim"


def _sections(text: str) -> Iterator[Section]:
    line, title, prose = 1, "", list[str]()
    for number, words in outside_fences(text):
        if heading := _HEADING.match(words):
            yield Section(line, title, tuple(prose))
            line, title, prose = number, heading["title"], []
        else:
            prose.append(words)
    yield Section(line, title, tuple(prose))
