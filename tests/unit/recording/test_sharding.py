"""Shares: cut alike everywhere, about equally long, and merged only if they are all of one recording."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from factories import recording
from netdocs.errors import AuthorError
from netdocs.recording.model import EMULATED
from netdocs.recording.sharding import (
    ONLY_SHARE,
    EngineRun,
    Manifest,
    Share,
    balance,
    merge_problems,
    parse_share,
    scenarios_of_share,
)
from netdocs.scenario.parser import parse

NAMES = ("a/one.sh", "a/one.py", "a/two.sh", "b/three.sh")
SCENARIOS = [parse(f"snippets/{name}", '"""Something."""\n' if name.endswith(".py") else "# S.\n") for name in NAMES]


def test_a_share_is_written_as_which_of_how_many() -> None:
    assert Share(2, 5) == parse_share("2/5")
    assert "2/5" == str(Share(2, 5))


@pytest.mark.parametrize("text", ["", "0/5", "6/5", "2", "2/0", "-1/5", "2/5/7", "a/b", "1/99999999999"])
def test_what_is_no_share_is_told(text: str) -> None:
    with pytest.raises(AuthorError, match="SHARD=2/5 is the second of five"):
        parse_share(text)


SECONDS = st.dictionaries(st.text(min_size=1, max_size=4), st.floats(0, 1000), max_size=30)


@given(SECONDS, st.integers(1, 12))
def test_every_name_is_in_one_share(seconds: dict[str, float], count: int) -> None:
    """Also where there are more shares than names."""
    shares = balance(seconds, count)

    assert count == len(shares)
    assert sorted(seconds) == sorted(name for share in shares for name in share)


@given(SECONDS, st.integers(1, 12))
def test_no_share_is_far_longer_than_it_need_be(seconds: dict[str, float], count: int) -> None:
    """Longest first keeps within an average and one name more."""
    longest = max(sum(seconds[name] for name in share) for share in balance(seconds, count))

    assert longest <= sum(seconds.values()) / count + max(seconds.values(), default=0) + 1e-6


@given(SECONDS, st.integers(1, 5), st.randoms())
def test_shares_depend_on_nothing_but_names_and_seconds(seconds: dict[str, float], count: int, random: Any) -> None:
    """Each machine cuts for itself, and all must cut alike."""
    items = list(seconds.items())
    random.shuffle(items)

    assert balance(seconds, count) == balance(dict(items), count)


def test_dialects_stay_together_and_everything_is_the_only_share_of_one() -> None:
    """What the two leave behind is compared."""
    shares = [
        [scenario.name for scenario in scenarios_of_share(SCENARIOS, [], Share(number, 3))] for number in (1, 2, 3)
    ]

    assert [["a/one.sh", "a/one.py"], ["a/two.sh"], ["b/three.sh"]] == shares
    assert SCENARIOS == list(scenarios_of_share(SCENARIOS, [], ONLY_SHARE))


def test_shares_are_cut_by_recorded_seconds() -> None:
    """The longest has a share of its own; what was never recorded counts as average."""
    recordings = [
        recording(scenario=name, seconds=seconds) for name, seconds in (("a/two.sh", 90.0), ("b/three.sh", 2.0))
    ]

    assert ["a/two.sh"] == [scenario.name for scenario in scenarios_of_share(SCENARIOS, recordings, Share(1, 2))]


def test_an_emulated_computer_s_seconds_do_not_count() -> None:
    """It takes ten times as long."""
    slow = recording(scenario="a/two.sh", seconds=900.0, kernel=f"6.12{EMULATED}")
    quick = [recording(scenario=name, seconds=5.0) for name in ("a/one.sh", "b/three.sh")]

    assert scenarios_of_share(SCENARIOS, quick, ONLY_SHARE) == scenarios_of_share(SCENARIOS, [slow, *quick], ONLY_SHARE)
    assert scenarios_of_share(SCENARIOS, quick, Share(1, 2)) == scenarios_of_share(
        SCENARIOS, [slow, *quick], Share(1, 2)
    )


SOURCES = {"a/one.sh": "1", "b/two.sh": "2"}


def manifest(number: int, *names: str, **changes: Any) -> Manifest:
    run = EngineRun(names, {})
    sources = {name: SOURCES.get(name, "") for name in names}
    return replace(Manifest(number, 2, "", "host", "player", sources, {"28.5": run}), **changes)


WHOLE_SET = {"s/1": manifest(1, "a/one.sh"), "s/2": manifest(2, "b/two.sh")}


def messages(manifests: dict[str, Manifest], player: str = "player") -> list[str]:
    return [f"{problem.location}: {problem.message}" for problem in merge_problems(manifests, SOURCES, player)]


def test_shares_that_are_all_of_one_recording_are_merged() -> None:
    assert [] == messages(WHOLE_SET)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"s/2": None}, ["MERGE: share 2/2 is missing"]),
        ({"s/3": manifest(2)}, ["s/3: share 2/2 is there twice"]),
        ({"s/2": manifest(2, "b/two.sh", only="b")}, ["s/2: this share and s/1 are not of one recording"]),
        ({"s/2": manifest(2, "b/two.sh", kernel="emulated")}, ["s/2: this share and s/1 are not of one recording"]),
        ({"s/2": manifest(2, "b/two.sh", count=3)}, ["s/2: this share and s/1 are not of one recording"]),
        ({"s/2": manifest(2, "b/two.sh", engines={})}, ["s/2: this share and s/1 are not of one recording"]),
        ({"s/2": manifest(2, "b/two.sh", player="x")}, ["s/2: this share was played by other code than is here"]),
        (
            {"s/2": manifest(2, "b/two.sh", sources={"b/two.sh": "x"})},
            ["s/2: this share has played another b/two.sh than is here"],
        ),
        (
            {"s/2": manifest(2, "b/two.sh", engines={"28.5": EngineRun((), {})})},
            ["s/2: this share has not played all on engine 28.5"],
        ),
        (
            {"s/2": manifest(2)},
            ["snippets/b/two.sh: it is in 0 shares: they were cut from different recordings"],
        ),
        (
            {"s/2": manifest(2, "a/one.sh", "b/two.sh")},
            ["snippets/a/one.sh: it is in 2 shares: they were cut from different recordings"],
        ),
    ],
)
def test_what_is_missing_or_foreign_is_told(changes: dict[str, Manifest | None], expected: list[str]) -> None:
    """Where it is, and what to do."""
    changed = {name: manifest for name, manifest in {**WHOLE_SET, **changes}.items() if manifest}

    assert expected == messages(changed)


def test_an_emulated_computer_plays_only_what_the_machine_cannot() -> None:
    """So what it did not play is not missing."""
    none = {"28.5": EngineRun((), {})}
    shares = {name: replace(manifest, kernel="emulated", engines=none) for name, manifest in WHOLE_SET.items()}

    assert [] == messages(shares)
