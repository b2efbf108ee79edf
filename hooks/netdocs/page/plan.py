"""Which pages show which steps, and whether the two fit together. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from netdocs.errors import Diagnostic, did_you_mean, name_some, raise_if_any
from netdocs.page.check_figures import figure_problems, unused_snapshots
from netdocs.page.fences import CLAIM_FILTERS, CLAIMS_LANGUAGE, FIGURE_LANGUAGES, TRANSLATIONS, Fence
from netdocs.scenario.model import Claim, Scenario, shell_first


@dataclass(frozen=True)
class Plan:
    """Everything the pages ask for, checked."""

    fences: tuple[Fence, ...]
    scenarios: tuple[Scenario, ...]

    @cached_property
    def sessions(self) -> dict[str, tuple[Scenario, ...]]:
        """The scenarios by session, the shell dialect first."""
        sessions: dict[str, tuple[Scenario, ...]] = {}
        for scenario in shell_first(self.scenarios):
            sessions[scenario.session] = (*sessions.get(scenario.session, ()), scenario)
        return dict(sorted(sessions.items()))

    @cached_property
    def claims(self) -> dict[str, tuple[Scenario, Claim]]:
        """Every claim by its id, with the scenario that proves it (the shell's, where both do)."""
        claims: dict[str, tuple[Scenario, Claim]] = {}
        for scenario in shell_first(self.scenarios):
            for claim in scenario.claims:
                claims.setdefault(claim.id, (scenario, claim))
        return claims

    @cached_property
    def _by_name(self) -> dict[str, Scenario]:
        return {scenario.name: scenario for scenario in self.scenarios}

    def dialects(self, session: str) -> tuple[Scenario, ...]:
        """The scenarios of a session, shell first; none for a session that does not exist."""
        return self.sessions.get(session, ())

    def scenario(self, name: str) -> Scenario:
        """The scenario of that name, `bridge/default.sh`; KeyError if there is none."""
        return self._by_name[name]


def plan(fences: Iterable[Fence], scenarios: Iterable[Scenario]) -> Plan:
    """The plan, scenarios sorted by name; AuthorError with everything that does not fit."""
    requested, ordered = tuple(fences), tuple(sorted(scenarios, key=lambda scenario: scenario.name))
    figures = [*figure_problems(requested, ordered), *unused_snapshots(requested, ordered)]
    steps = [*_bad_fences(requested, ordered), *_unused_steps(requested, ordered)]
    raise_if_any([*steps, *figures, *_clashing_claims(ordered)])
    return Plan(requested, ordered)


def _bad_fences(fences: Sequence[Fence], scenarios: Sequence[Scenario]) -> Iterator[Diagnostic]:
    steps: dict[str, dict[str, None]] = {}
    for scenario in scenarios:
        steps.setdefault(scenario.session, {}).update({step.name: None for step in scenario.steps if not step.hidden})
    drawn = {(scenario.session, step.name) for scenario in scenarios for step in scenario.steps if step.snapshots}
    for fence in fences:
        if fence.body.strip():
            yield _body(fence)
        elif fence.language == CLAIMS_LANGUAGE:
            yield from _unknown_filter(fence)
        elif not fence.session:
            yield _no_session(fence)
        elif fence.session not in steps:
            do = "name a scenario of snippets/, or write it"
            yield _unknown(fence.location, "scenario", fence.session, steps, do)
        elif fence.step not in steps[fence.session] and not _shows_hidden(fence, drawn):
            kind, do = f"step in scenario {fence.session!r}", "name a step of it, or add the step"
            yield _unknown(fence.location, kind, fence.step, steps[fence.session], do)


def _body(fence: Fence) -> Diagnostic:
    do = "move the code to a step in snippets/ and leave the fence empty"
    first = fence.body.strip().splitlines()[0]
    return Diagnostic(fence.location, "an executed fence has a body", do, "", first)


def _unknown_filter(fence: Fence) -> Iterator[Diagnostic]:
    if fence.step not in (*CLAIM_FILTERS, TRANSLATIONS):
        do = 'write show="proof" (every claim), "limited" (those about some engines) or "translations" (no claims)'
        yield Diagnostic(fence.location, "there are no such claims to show", do, "", repr(fence.step))


def _no_session(fence: Fence) -> Diagnostic:
    do = "name the scenario whose step it shows: snippets/bridge/default.sh is the session bridge/default"
    expected = f'```{fence.language} exec="on" session="bridge/default" step="{fence.step or "start"}"'
    return Diagnostic(fence.location, "an executed fence does not say which scenario it shows", do, expected)


def _shows_hidden(fence: Fence, drawn: set[tuple[str, str]]) -> bool:
    """Whether it draws what a step left behind that is not shown itself."""
    return fence.language in FIGURE_LANGUAGES and (fence.session, fence.step) in drawn


def _unknown(location: str, kind: str, name: str, names: Mapping[str, object], do: str) -> Diagnostic:
    expected = name_some(name, names) or "none are there yet"
    return Diagnostic(location, f"there is no such {kind}", do + did_you_mean(name, names), expected, repr(name))


def _unused_steps(fences: Sequence[Fence], scenarios: Sequence[Scenario]) -> Iterator[Diagnostic]:
    steps_on_pages = {(fence.session, fence.step) for fence in fences if fence.language not in FIGURE_LANGUAGES}
    for scenario in scenarios:
        for step in scenario.steps:
            if not step.hidden and (scenario.session, step.name) not in steps_on_pages:
                fence = f'```console exec="on" session="{scenario.session}" step="{step.name}"'
                do = f"add a fence {fence} to a page, or begin the name with _"
                yield Diagnostic(f"{scenario.path}:{step.first}", f"no page shows step {step.name!r}", do)


def _clashing_claims(scenarios: Sequence[Scenario]) -> Iterator[Diagnostic]:
    """A claim belongs to one scenario; its two dialects may both prove it, in the same words."""
    firsts: dict[str, tuple[Scenario, Claim]] = {}
    for scenario in scenarios:
        for claim in scenario.claims:
            first, earlier = firsts.setdefault(claim.id, (scenario, claim))
            location = f"{scenario.path}:{claim.line}"
            if first.session != scenario.session:
                message, do = f"claim {claim.id!r} stands here a second time", "give this claim an id of its own"
                yield Diagnostic(location, message, do, "", f"the first is at {first.path}:{earlier.line}")
            elif earlier.sentence != claim.sentence:
                message = f"claim {claim.id!r} says something else in the other dialect"
                yield Diagnostic(location, message, "write the same sentence in both", earlier.sentence, claim.sentence)
