"""The store: recordings on disk, whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from netdocs.core.errors import Problem
from netdocs.core.recording import to_json
from netdocs.effects.store import Store
from samples import one_step, recording

ONE = one_step("ping", "pong\n")


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_recording_is_found_where_its_names_say(tmp_path: Path) -> None:
    """Engine, page, scenario, dialect: the path can be guessed."""
    store = Store(tmp_path)
    store.save(ONE)

    assert ["28.5/bridge/default.sh.json"] == files(tmp_path)
    assert ONE == store.load("28.5", "bridge/default.sh")


def test_there_may_be_none(tmp_path: Path) -> None:
    """No recording is no problem: it is yet to be made."""
    store = Store(tmp_path / "nowhere")

    assert store.load("28.5", "bridge/default.sh") is None
    assert [] == list(store.names("28.5"))


def test_saving_replaces(tmp_path: Path) -> None:
    """The newer recording is the one that is kept, readable for everyone."""
    store = Store(tmp_path)
    store.save(ONE)
    store.save(replace(ONE, kernel="7.0"))

    assert replace(ONE, kernel="7.0") == store.load("28.5", "bridge/default.sh")
    assert 0o644 == store.path("28.5", "bridge/default.sh").stat().st_mode & 0o777


def test_a_failure_while_writing_leaves_the_old_recording(tmp_path: Path) -> None:
    """Half a recording never takes the place of a whole one, and nothing is left lying about."""
    store = Store(tmp_path)
    store.save(ONE)
    with pytest.raises(UnicodeEncodeError):
        store.save(one_step("ping", "half a character: \ud800"))

    assert ONE == store.load("28.5", "bridge/default.sh")
    assert ["28.5/bridge/default.sh.json"] == files(tmp_path)


def test_a_failure_while_taking_its_place_leaves_nothing_behind(tmp_path: Path) -> None:
    """Where a folder stands in the way, the error is told and the half-way file removed."""
    store = Store(tmp_path)
    store.path("28.5", "bridge/default.sh").mkdir(parents=True)
    with pytest.raises(OSError, match=r"default\.sh\.json"):
        store.save(ONE)

    assert [] == files(tmp_path)


@pytest.mark.parametrize("content", [b"", b"<<<<<<< HEAD\n", to_json(ONE).encode()[:99], b"\xff\xfe", b"[]"])
def test_damage_is_a_problem_with_a_place(tmp_path: Path, content: bytes) -> None:
    """Whoever broke the file is told which one and how to mend it; nothing is raised."""
    store = Store(tmp_path / "recordings")
    store.save(ONE)
    store.path("28.5", "bridge/default.sh").write_bytes(content)
    found = store.load("28.5", "bridge/default.sh")

    assert isinstance(found, Problem)
    assert ("recordings/28.5/bridge/default.sh.json", "this is no recording") == (found.where, found.what)
    assert "make record" in found.do


def test_names_are_those_of_one_engine_in_order(tmp_path: Path) -> None:
    """Recordings of other engines, and files of others, are not among them."""
    store = Store(tmp_path)
    for name, engine in (("b/x.sh", "28.5"), ("a/y.py", "28.5"), ("c/z.sh", "26.1")):
        store.save(recording(scenario=name, engine=engine))
    (tmp_path / "28.5" / "a" / "README.md").write_text("x", encoding="utf-8")

    assert ["a/y.py", "b/x.sh"] == list(store.names("28.5"))


def test_what_is_removed_is_gone(tmp_path: Path) -> None:
    """Removing twice is no error."""
    store = Store(tmp_path)
    store.save(ONE)
    store.remove("28.5", "bridge/default.sh")
    store.remove("28.5", "bridge/default.sh")

    assert store.load("28.5", "bridge/default.sh") is None


def test_a_recording_of_another_scenario_is_damage(tmp_path: Path) -> None:
    """What a file holds must be what its path says, or a page shows the output of another scenario."""
    store = Store(tmp_path)
    store.save(ONE)
    copy = store.path("28.5", "bridge/other.sh")
    copy.write_text(to_json(ONE), encoding="utf-8")

    assert isinstance(store.load("28.5", "bridge/other.sh"), Problem)
