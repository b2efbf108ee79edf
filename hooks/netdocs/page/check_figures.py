"""Whether the figures that pages ask for and the snapshots that scenarios take fit together. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from netdocs.errors import Diagnostic
from netdocs.page.fences import FIGURE_LANGUAGES, Fence
from netdocs.scenario.model import Scenario, Step, shell_first
from netdocs.scenario.snapshots import PICTURE, endpoints

Steps = Mapping[tuple[str, str], tuple[Scenario, Step]]


def figure_problems(fences: Sequence[Fence], scenarios: Sequence[Scenario]) -> Iterator[Diagnostic]:
    """A problem for every fence that shows what its step is not marked with."""
    steps = _steps(scenarios)
    for fence in fences:
        pair = steps.get((fence.session, fence.step))
        if fence.language not in FIGURE_LANGUAGES or pair is None:
            continue
        if fence.request.snapshot not in pair[1].snapshots:
            yield _unmarked(fence, fence.request.snapshot, *pair)
        if fence.request.compare:
            yield from _bad_comparison(fence, steps, pair[0])


def _steps(scenarios: Sequence[Scenario]) -> Steps:
    """Every step of the shell dialect, which pictures are taken in; of the other where there is no shell."""
    ordered = reversed(shell_first(scenarios))  # of two equal keys the last one stays
    return {(scenario.session, step.name): (scenario, step) for scenario in ordered for step in scenario.steps}


def _unmarked(fence: Fence, snapshot: str, scenario: Scenario, step: Step) -> Diagnostic:
    do = f"write `# %% {step.name} [{snapshot}]` at {scenario.path}:{step.first}, or show what the step is marked with"
    marked = "".join(f"[{look}]" for look in step.snapshots) or "no mark"
    message = f"step {step.name!r} is not marked [{snapshot}]"
    return Diagnostic(fence.location, message, do, f"[{snapshot}]", marked)


def _bad_comparison(fence: Fence, steps: Steps, scenario: Scenario) -> Iterator[Diagnostic]:
    compare = fence.request.compare
    earlier = steps.get((fence.session, compare))
    if earlier is None:
        names = ", ".join(step.name for step in scenario.steps if PICTURE in step.snapshots)
        message, do = "there is no such earlier step", "name a step before this one that is marked [picture]"
        yield Diagnostic(fence.location, message, do, names or "none is marked yet", repr(compare))
    elif PICTURE not in earlier[1].snapshots:
        yield _unmarked(fence, PICTURE, *earlier)
    elif earlier[1].first >= steps[fence.session, fence.step][1].first:
        message, do = "a picture cannot be compared with a later one", "name an earlier step in `compare`"
        yield Diagnostic(fence.location, message, do, "", repr(compare))


def unused_snapshots(fences: Sequence[Fence], scenarios: Sequence[Scenario]) -> Iterator[Diagnostic]:
    """A problem for every snapshot that no page draws."""
    drawn = {(fence.session, fence.step, fence.request.snapshot) for fence in fences}
    drawn |= {(fence.session, fence.request.compare, PICTURE) for fence in fences if fence.request.compare}
    for scenario in scenarios:
        for step in scenario.steps:
            for snapshot in step.snapshots:
                if (scenario.session, step.name, snapshot) not in drawn:
                    message = f"no page shows the drawing [{snapshot}] of step {step.name!r}"
                    do = f"add a fence {fence_for(scenario, step, snapshot)} to a page, or remove the mark"
                    yield Diagnostic(f"{scenario.path}:{step.first}", message, do)


def fence_for(scenario: Scenario, step: Step, snapshot: str) -> str:
    """The first line of the fence that shows this drawing."""
    origin, goal = endpoints(snapshot)
    language, hops = ("path", f' from="{origin}" to="{goal}"') if origin else ("picture", "")
    return f'```{language} exec="on" session="{scenario.session}" step="{step.name}"{hops}'
