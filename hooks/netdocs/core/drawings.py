"""Whether the drawings that pages ask for and what the steps of scenarios are marked with fit together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netdocs.core.errors import Problem
from netdocs.core.fences import DRAWN, Fence
from netdocs.core.looks import PICTURE, ends
from netdocs.core.scenario import Scenario, Step


def bad_drawings(fences: Sequence[Fence], scenarios: Sequence[Scenario]) -> Iterator[Problem]:
    """A problem for every fence that shows what its step is not marked with."""
    steps = _steps(scenarios)
    for fence in fences:
        own = steps.get((fence.session, fence.step))
        if fence.kind not in DRAWN or own is None:
            continue
        if fence.look not in own[1].looks:
            yield _unmarked(fence, fence.look, *own)
        if fence.since:
            yield from _bad_since(fence, steps, own[0])


def _steps(scenarios: Sequence[Scenario]) -> dict[tuple[str, str], tuple[Scenario, Step]]:
    """Every step of the shell dialect, which pictures are taken in; of the other where there is no shell."""
    ordered = sorted(scenarios, key=lambda scenario: scenario.dialect)
    return {(one.session, step.name): (one, step) for one in ordered for step in one.steps}


def _unmarked(fence: Fence, look: str, scenario: Scenario, step: Step) -> Problem:
    do = f"write `# %% {step.name} [{look}]` at {scenario.path}:{step.first}, or show what the step is marked with"
    marked = "".join(f"[{one}]" for one in step.looks)
    return Problem(
        fence.where, f"step {step.name!r} is not marked [{look}]", do, expected=f"[{look}]", seen=marked or "no mark"
    )


def _bad_since(
    fence: Fence, steps: dict[tuple[str, str], tuple[Scenario, Step]], scenario: Scenario
) -> Iterator[Problem]:
    earlier = steps.get((fence.session, fence.since))
    if earlier is None:
        known = ", ".join(step.name for step in scenario.steps if PICTURE in step.looks)
        what, do = "there is no such earlier step", "name a step before this one that is marked [picture]"
        yield Problem(fence.where, what, do, expected=known or "none is marked yet", seen=repr(fence.since))
    elif PICTURE not in earlier[1].looks:
        yield _unmarked(fence, PICTURE, *earlier)
    elif earlier[1].first >= steps[fence.session, fence.step][1].first:
        what, do = "a picture cannot be compared with a later one", "name an earlier step in `since`"
        yield Problem(fence.where, what, do, seen=repr(fence.since))


def undrawn_looks(fences: Sequence[Fence], scenarios: Sequence[Scenario]) -> Iterator[Problem]:
    """A problem for every mark whose drawing no page shows."""
    shown = {(fence.session, fence.step, fence.look) for fence in fences}
    shown |= {(fence.session, fence.since, PICTURE) for fence in fences if fence.since}
    for scenario in scenarios:
        for step in scenario.steps:
            for look in step.looks:
                if (scenario.session, step.name, look) not in shown:
                    what, do = f"no page shows the drawing [{look}] of step {step.name!r}", _fence(scenario, step, look)
                    yield Problem(
                        f"{scenario.path}:{step.first}", what, f"add a fence {do} to a page, or remove the mark"
                    )


def _fence(scenario: Scenario, step: Step, look: str) -> str:
    origin, goal = ends(look)
    kind, way = ("path", f' from="{origin}" to="{goal}"') if origin else ("picture", "")
    return f'```{kind} exec="on" session="{scenario.session}" step="{step.name}"{way}'
