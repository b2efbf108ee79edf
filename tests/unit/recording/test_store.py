"""The store: recordings on disk, whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from factories import one_step, recording
from netdocs.errors import Diagnostic, MachineError
from netdocs.recording.format import to_json
from netdocs.recording.store import Store

PING = one_step("ping", "pong\n")


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_recording_is_found_where_its_names_say(tmp_path: Path) -> None:
    """Engine, page, scenario, dialect: the path can be guessed."""
    store = Store(tmp_path)
    store.save(PING)

    assert ["28.5/bridge/default.sh.json"] == files(tmp_path)
    assert PING == store.load("28.5", "bridge/default.sh")


def test_there_may_be_none(tmp_path: Path) -> None:
    """No recording is no problem: it is yet to be made."""
    store = Store(tmp_path / "nowhere")

    assert store.load("28.5", "bridge/default.sh") is None
    assert [] == list(store.names("28.5"))


def test_saving_replaces(tmp_path: Path) -> None:
    """The newer recording is the one that is kept, readable for everyone."""
    store = Store(tmp_path)
    store.save(PING)
    store.save(replace(PING, kernel="7.0"))

    assert replace(PING, kernel="7.0") == store.load("28.5", "bridge/default.sh")
    assert 0o644 == store.path("28.5", "bridge/default.sh").stat().st_mode & 0o777


def test_a_failure_while_writing_leaves_the_old_recording(tmp_path: Path) -> None:
    """Half a recording never takes the place of a whole one, and nothing is left lying about."""
    store = Store(tmp_path)
    store.save(PING)
    with pytest.raises(UnicodeEncodeError):
        store.save(one_step("ping", "half a character: \ud800"))

    assert PING == store.load("28.5", "bridge/default.sh")
    assert ["28.5/bridge/default.sh.json"] == files(tmp_path)


def test_a_failure_while_taking_its_place_leaves_nothing_behind(tmp_path: Path) -> None:
    """Where a folder stands in the way, the error is told and the half-way file removed."""
    store = Store(tmp_path)
    store.path("28.5", "bridge/default.sh").mkdir(parents=True)
    with pytest.raises(MachineError, match=r"28\.5/bridge/default\.sh\.json: this recording cannot be written"):
        store.save(PING)

    assert [] == files(tmp_path)


@pytest.mark.parametrize("content", [b"", b"<<<<<<< HEAD\n", to_json(PING).encode()[:99], b"\xff\xfe", b"[]"])
def test_damage_is_a_problem_with_a_place(tmp_path: Path, content: bytes) -> None:
    """Whoever broke the file is told which one and how to mend it; nothing is raised."""
    store = Store(tmp_path / "recordings")
    store.save(PING)
    store.path("28.5", "bridge/default.sh").write_bytes(content)
    loaded = store.load("28.5", "bridge/default.sh")

    assert isinstance(loaded, Diagnostic)
    assert ("recordings/28.5/bridge/default.sh.json", "this is no recording") == (loaded.location, loaded.message)
    assert "make record" in loaded.hint


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
    store.save(PING)
    store.remove("28.5", "bridge/default.sh")
    store.remove("28.5", "bridge/default.sh")

    assert store.load("28.5", "bridge/default.sh") is None


def test_a_recording_of_another_scenario_is_damage(tmp_path: Path) -> None:
    """What a file holds must be what its path says, or a page shows the output of another scenario."""
    store = Store(tmp_path)
    store.save(PING)
    copy = store.path("28.5", "bridge/other.sh")
    copy.write_text(to_json(PING), encoding="utf-8")

    assert isinstance(store.load("28.5", "bridge/other.sh"), Diagnostic)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_disk_that_takes_no_more_is_a_problem_with_a_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Full, read-only, somebody else's: the file is named, and nothing half-written stays."""

    def refuse(*_: object) -> str:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(MachineError) as caught:
        Store(tmp_path / "recordings").save(PING)

    assert "recordings/28.5/bridge/default.sh.json" == caught.value.problems[0].location
    assert os.strerror(number) == caught.value.problems[0].actual
    assert [] == files(tmp_path)


def test_a_folder_that_cannot_be_made_is_a_problem_too(tmp_path: Path) -> None:
    """A file is in its place."""
    (tmp_path / "28.5").write_text("", encoding="utf-8")
    with pytest.raises(MachineError, match="this recording cannot be written"):
        Store(tmp_path).save(PING)


@pytest.mark.parametrize("kind", ["folder", "loop"])
def test_what_is_no_file_is_a_problem_with_a_place(tmp_path: Path, kind: str) -> None:
    """A folder, or a link to itself."""
    store = Store(tmp_path / "recordings")
    path = store.path("28.5", "bridge/default.sh")
    path.parent.mkdir(parents=True)
    path.mkdir() if kind == "folder" else path.symlink_to(path.name)
    problem = store.load("28.5", "bridge/default.sh")

    assert isinstance(problem, Diagnostic)
    assert ("recordings/28.5/bridge/default.sh.json", "this recording cannot be read") == (
        problem.location,
        problem.message,
    )


def test_what_a_killed_run_left_is_removed_by_the_next(tmp_path: Path) -> None:
    """But not what another run is writing now."""
    store = Store(tmp_path)
    store.save(PING)
    folder = store.path("28.5", "bridge/default.sh").parent
    for name in (".default.sh.json.old.tmp", ".default.sh.json.new.tmp"):
        (folder / name).write_text("{", encoding="utf-8")
    os.utime(folder / ".default.sh.json.old.tmp", (0, 0))
    store.remove_leftovers()

    assert ["28.5/bridge/.default.sh.json.new.tmp", "28.5/bridge/default.sh.json"] == files(tmp_path)


def _problem(store: Store) -> str:
    loaded = store.load(PING.engine, PING.scenario)
    assert isinstance(loaded, Diagnostic)
    assert loaded.location == "recordings/28.5/bridge/default.sh.json"
    return loaded.actual


@pytest.mark.parametrize("kind", ["file", "folder", "root"])
def test_a_link_that_leads_out_is_neither_read_nor_written(tmp_path: Path, kind: str) -> None:
    """What it leads to would be published, or overwritten."""
    outside, store = Store(tmp_path / "outside"), Store(tmp_path / "recordings")
    outside.save(PING)
    names = {"file": "28.5/bridge/default.sh.json", "folder": "28.5/bridge", "root": "."}
    link = store.root / names[kind]
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(outside.root / names[kind])
    before = outside.path("28.5", "bridge/default.sh").read_bytes()

    assert _problem(store) == "a link leads out of recordings/"
    if kind != "file":  # a link in the place of a file is replaced, and what it leads to left alone
        with pytest.raises(MachineError):
            store.save(replace(PING, seconds=99.0))
    assert before == outside.path("28.5", "bridge/default.sh").read_bytes()


@pytest.mark.timeout(10)
def test_a_pipe_is_no_recording(tmp_path: Path) -> None:
    """Reading one would wait for ever."""
    store = Store(tmp_path / "recordings")
    path = store.path(PING.engine, PING.scenario)
    path.parent.mkdir(parents=True)
    os.mkfifo(path)

    assert _problem(store) == "it is no file"


def test_a_file_too_large_is_no_recording(tmp_path: Path) -> None:
    """It is not read."""
    store = Store(tmp_path / "recordings")
    store.save(PING)
    os.truncate(store.path(PING.engine, PING.scenario), 1 << 40)

    assert "may have" in _problem(store)
