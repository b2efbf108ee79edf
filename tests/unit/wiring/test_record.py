"""Recording: committed files change only if the output did."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from netdocs.core.errors import AuthorError, MachineError
from netdocs.core.parse import parse
from netdocs.effects.store import Store
from netdocs.wiring.build import chosen
from netdocs.wiring.record import changed, record
from samples import one_step

ONE = one_step("ping -c 1 172.17.0.3", "64 bytes from 172.17.0.3: seq=0 ttl=64 time=0.101 ms\n")


def test_what_was_never_recorded_has_changed(tmp_path: Path) -> None:
    """The first recording is always written."""
    assert changed(Store(tmp_path), ONE)


def test_what_is_volatile_changes_nothing(tmp_path: Path) -> None:
    """Another time, another duration, another patch release: no diff for anybody to read."""
    store = Store(tmp_path)
    store.save(ONE)
    again = one_step(ONE.steps[0].entries[0].text, "64 bytes from 172.17.0.3: seq=0 ttl=64 time=0.2 ms\n", seconds=1.0)

    assert not changed(store, ONE)
    assert not changed(store, replace(again, played="2027-01-01T00:00:00Z", version="28.5.9"))


def test_another_output_is_a_change(tmp_path: Path) -> None:
    """The diff shows what really changed."""
    store = Store(tmp_path)
    store.save(ONE)

    assert changed(store, one_step("ping -c 1 172.17.0.3", "ping: bad address\n"))


def test_a_damaged_recording_has_changed(tmp_path: Path) -> None:
    """It says nothing, so it is written anew."""
    store = Store(tmp_path)
    store.save(ONE)
    store.path("28.5", ONE.scenario).write_text("{", encoding="utf-8")

    assert changed(store, ONE)


@pytest.mark.usefixtures("no_engine")
def test_recording_needs_an_engine(tmp_path: Path) -> None:
    """Without one nothing is played and nothing is removed."""
    store = Store(tmp_path / "recordings")
    store.save(ONE)
    with pytest.raises(MachineError, match="no Docker Engine answers"):
        record(tmp_path, ("28.5",), lambda _: None)

    assert ONE == store.load("28.5", ONE.scenario)


@pytest.mark.usefixtures("no_engine")
def test_broken_scenarios_are_told_before_an_engine_is_looked_for(tmp_path: Path) -> None:
    """What an author can mend comes first."""
    (tmp_path / "snippets" / "a").mkdir(parents=True)
    (tmp_path / "snippets" / "a" / "b.sh").write_text("# %% Bad\n", encoding="utf-8")
    with pytest.raises(AuthorError):
        record(tmp_path, ("28.5",), lambda _: None)


@pytest.mark.parametrize(
    ("only", "names"),
    [
        ("", ["bridge/default.sh", "bridge/mine.sh", "bridges/other.sh"]),
        ("bridge", ["bridge/default.sh", "bridge/mine.sh"]),
        ("bridge/mine", ["bridge/mine.sh"]),
    ],
)
def test_one_page_or_one_scenario_may_be_recorded(only: str, names: list[str]) -> None:
    """A page's name means the whole of its folder and nothing that only begins alike."""
    known = [
        parse(f"snippets/{name}.sh", "# Something.\n") for name in ("bridge/default", "bridge/mine", "bridges/other")
    ]

    assert names == [scenario.name for scenario in chosen(known, only)]


def test_recording_what_is_not_there_says_what_could_be(tmp_path: Path) -> None:
    """A mistyped name is an error, not an empty success."""
    with pytest.raises(AuthorError, match=r"there is no such page or scenario.*\n.*'brigde'"):
        chosen([parse("snippets/bridge/default.sh", "# Something.\n")], "brigde")
