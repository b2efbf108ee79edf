"""Which pages show which steps, and whether the two fit together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from netdocs.core.drawings import bad_drawings, undrawn_looks
from netdocs.core.errors import Problem, raise_for
from netdocs.core.fences import DRAWN, PROOF, PROOFS, Fence
from netdocs.core.scenario import Claim, Scenario


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything the pages ask for, checked."""

    fences: tuple[Fence, ...]
    scenarios: tuple[Scenario, ...]

    def dialects(self, session: str) -> tuple[Scenario, ...]:
        """The scenarios of a session, shell first."""
        own = (scenario for scenario in self.scenarios if scenario.session == session)
        return tuple(sorted(own, key=lambda scenario: scenario.dialect, reverse=True))

    def claims(self) -> dict[str, tuple[Scenario, Claim]]:
        """Every claim by its id, with the scenario that proves it (the shell's, where both do)."""
        ordered = sorted(self.scenarios, key=lambda scenario: scenario.dialect)
        return {claim.id: (scenario, claim) for scenario in ordered for claim in scenario.claims}


def plan(fences: Iterable[Fence], scenarios: Iterable[Scenario]) -> Plan:
    """The plan, scenarios sorted by name; AuthorError with everything that does not fit."""
    wanted, known = tuple(fences), tuple(sorted(scenarios, key=lambda scenario: scenario.name))
    drawings = [*bad_drawings(wanted, known), *undrawn_looks(wanted, known)]
    raise_for([*_bad_fences(wanted, known), *_unseen_steps(wanted, known), *drawings, *_clashing_claims(known)])
    return Plan(wanted, known)


def _bad_fences(fences: Sequence[Fence], scenarios: Sequence[Scenario]) -> Iterator[Problem]:
    steps: dict[str, dict[str, None]] = {}
    for scenario in scenarios:
        steps.setdefault(scenario.session, {}).update({step.name: None for step in scenario.steps if not step.hidden})
    marked = {(one.session, step.name) for one in scenarios for step in one.steps if step.looks}
    for fence in fences:
        if fence.body.strip():
            first = fence.body.strip().splitlines()[0]
            yield Problem(
                fence.where,
                "an executed fence has a body",
                "move the code to a step in snippets/ and leave the fence empty",
                seen=first,
            )
        elif fence.kind == PROOF:
            if fence.step not in PROOFS:
                do = 'write show="proof" (every claim) or show="limited" (claims about some engines)'
                yield Problem(fence.where, "there are no such proofs to show", do, seen=repr(fence.step))
        elif fence.session not in steps:
            yield _unknown(fence.where, "scenario", fence.session, steps, "name a scenario of snippets/, or write it")
        elif fence.step not in steps[fence.session] and not _shows_hidden(fence, marked):
            yield _unknown(
                fence.where,
                f"step in scenario {fence.session!r}",
                fence.step,
                steps[fence.session],
                "name a step of it, or add the step",
            )


def _shows_hidden(fence: Fence, marked: set[tuple[str, str]]) -> bool:
    """Whether it draws what a step left behind that is not shown itself."""
    return fence.kind in DRAWN and (fence.session, fence.step) in marked


def _unknown(where: str, kind: str, seen: str, known: Mapping[str, object], do: str) -> Problem:
    close = get_close_matches(seen, known, 1)
    hint = f" (did you mean {close[0]!r}?)" if close else ""
    return Problem(
        where, f"there is no such {kind}", do + hint, expected=", ".join(known) or "none are there yet", seen=repr(seen)
    )


def _unseen_steps(fences: Sequence[Fence], scenarios: Sequence[Scenario]) -> Iterator[Problem]:
    shown = {(fence.session, fence.step) for fence in fences if fence.kind not in DRAWN}
    for scenario in scenarios:
        for step in scenario.steps:
            if not step.hidden and (scenario.session, step.name) not in shown:
                fence = f'```console exec="on" session="{scenario.session}" step="{step.name}"'
                yield Problem(
                    f"{scenario.path}:{step.first}",
                    f"no page shows step {step.name!r}",
                    f"add a fence {fence} to a page, or begin the name with _",
                )


def _clashing_claims(scenarios: Sequence[Scenario]) -> Iterator[Problem]:
    """A claim belongs to one scenario; its two dialects may both prove it, in the same words."""
    seen: dict[str, tuple[Scenario, Claim]] = {}
    for scenario in scenarios:
        for claim in scenario.claims:
            first, known = seen.setdefault(claim.id, (scenario, claim))
            where, before = f"{scenario.path}:{claim.line}", f"{first.path}:{known.line}"
            if first.session != scenario.session:
                yield Problem(
                    where,
                    f"claim {claim.id!r} stands here a second time",
                    "give this claim an id of its own",
                    seen=f"the first is at {before}",
                )
            elif known.sentence != claim.sentence:
                yield Problem(
                    where,
                    f"claim {claim.id!r} says something else in the other dialect",
                    "write the same sentence in both",
                    expected=known.sentence,
                    seen=claim.sentence,
                )
