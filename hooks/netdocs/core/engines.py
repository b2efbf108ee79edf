"""Where engines differ: steps that print different things, and the lines that do."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher

from netdocs.core.normalise import stable
from netdocs.core.recording import Recording, StepRecord


def differing_steps(recordings: Mapping[str, Recording]) -> tuple[str, ...]:
    """Names of the steps, hidden ones aside, whose normalised outcome is not the same on every engine that ran them."""
    ran = [recording for recording in recordings.values() if not recording.not_run]
    names = dict.fromkeys(step.name for recording in ran for step in recording.steps if not step.name.startswith("_"))
    return tuple(name for name in names if len({_outcome(recording.step(name)) for recording in ran}) > 1)


def _outcome(step: StepRecord | None) -> tuple[tuple[str, int], ...]:
    """What the step printed and how it ended, volatile words numbered within the step."""
    names: dict[tuple[str, str], str] = {}
    return tuple((stable(entry.output, names), entry.status) for entry in step.entries) if step else ()


def differing_lines(output: str, other: str) -> frozenset[int]:
    """Numbers (from 0) of the lines of `output` that `other` does not have, volatile words aside."""
    if output == other:
        return frozenset()
    mine, theirs = (stable(text, {}).split("\n") if text else [] for text in (output, other))
    blocks = SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
    same = {number for block in blocks for number in range(block.a, block.a + block.size)}
    return frozenset(range(len(mine))) - same
