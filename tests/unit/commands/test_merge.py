"""Merging: what shares have together is what one machine would have recorded, or it is said what is missing."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from msgspec.structs import replace

from factories import FINGERPRINT, one_step
from netdocs.commands.merge import merge
from netdocs.commands.record import Request, record
from netdocs.errors import AuthorError, Diagnostic, MachineError, NetdocsError
from netdocs.lab.runner import Task
from netdocs.recording.model import Recording
from netdocs.recording.sharding import Share
from netdocs.recording.store import Store
from netdocs.run import RunResult
from netdocs.scenario.model import Scenario
from support import ROOT

Write = Callable[[str, str], Path]

ENGINES = ("28.5", "26.1")
PROBLEM = Diagnostic("snippets/d/bad.sh:1", "a command failed", "mend it", expected="exit code 0", output="no\n")


def played(scenario: Scenario, engine: str) -> Recording:
    """The two dialects of `c/odd` leave different things behind."""
    state = (f"docker1: network {scenario.name} bridge local",) if scenario.session == "c/odd" else ()
    return replace(
        one_step("docker ps", f"{scenario.name}\n"), scenario=scenario.name, engine=engine, state_lines=state
    )


@pytest.fixture(autouse=True)
def plays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every scenario goes well but `d/bad`; no engine is needed."""

    def tasks(_client: object, scenarios: Iterable[Scenario], settings: object) -> list[Task]:
        return [Task(scenario, FINGERPRINT, settings.engine, "image") for scenario in scenarios]  # type: ignore[attr-defined]

    def run(_client: object, tasks: list[Task], _settings: object, _cache: object) -> RunResult:
        good = {task.scenario.name: played(task.scenario, task.engine) for task in tasks}
        failures = {name: (PROBLEM,) for name in good if name.startswith("d/bad")}
        return RunResult({name: recording for name, recording in good.items() if name not in failures}, failures)

    monkeypatch.setattr("netdocs.lab.outer_engine.require_engine", lambda *_: io.BytesIO())
    monkeypatch.setattr("netdocs.commands.record.make_tasks", tasks)
    monkeypatch.setattr("netdocs.commands.record.run_with_retry", run)


@pytest.fixture
def root(tmp_path: Path, write: Write) -> Path:
    """A project with recordings: one of them is old, one is of a scenario that is gone."""
    for name in ("lab", "hooks"):  # what plays a scenario is part of what a share says of itself
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("a/one", "a/two", "b/three", "c/odd", "d/bad"):
        write(f"snippets/{name}.sh", "# Something.\ntrue\n")
        write(f"snippets/{name}.py", '"""Something."""\n')
    store = Store(tmp_path / "recordings")
    for name in ("a/one.sh", "gone/away.sh", "d/bad.sh", "c/odd.py"):
        store.save(replace(one_step("docker ps", "old\n"), scenario=name))
    return tmp_path


def texts(root: Path) -> dict[str, str]:
    folder = root / "recordings"
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.json")}


def play_shares(root: Path, count: int) -> Path:
    """All shares, as machines that know nothing of each other play them."""
    for number in range(1, count + 1):
        try:
            record(root, Request(ENGINES), Share(number, count))
        except NetdocsError as error:
            assert {PROBLEM} == set(error.problems)  # noqa: PT017  (only the share with d/bad raises)
    return root / "shares"


@pytest.mark.parametrize("count", [1, 3, 9])
def test_shares_make_what_one_machine_makes(root: Path, tmp_path_factory: pytest.TempPathFactory, count: int) -> None:
    """Byte for byte, and with the same report."""
    other = tmp_path_factory.mktemp("one") / "machine"
    shutil.copytree(root, other)
    with pytest.raises(NetdocsError) as first_error:
        record(other, Request(ENGINES))
    before = texts(root)
    shares = play_shares(root, count)
    assert before == texts(root)
    with pytest.raises(NetdocsError) as second_error:
        merge(root, [shares])

    assert texts(other) == texts(root)
    assert "28.5/gone/away.sh.json" not in texts(root)
    assert "old" in texts(root)["28.5/d/bad.sh.json"]
    assert "old" not in texts(root)["28.5/a/one.sh.json"]
    assert str(first_error.value) == str(second_error.value)


def test_a_share_that_is_missing_changes_nothing(root: Path) -> None:
    shares = play_shares(root, 3)
    shutil.rmtree(shares / "2-of-3")
    before = texts(root)
    with pytest.raises(AuthorError, match=r"(?s)^MERGE: share 2/3 is missing\n.*make record SHARD=2/3`[^\n]*$"):
        merge(root, [shares])

    assert before == texts(root)


def test_a_recording_that_is_missing_or_damaged_changes_nothing(root: Path) -> None:
    """Also where it would have been the last to be kept."""
    shares = play_shares(root, 1)
    (shares / "1-of-1" / "26.1" / "b" / "three.sh.json").unlink()
    (shares / "1-of-1" / "26.1" / "a" / "one.sh.json").write_text("{", encoding="utf-8")
    before = texts(root)
    with pytest.raises(MachineError) as caught:
        merge(root, [shares])

    assert {"this is no recording", "this recording is missing"} == {
        problem.message for problem in caught.value.problems
    }
    assert before == texts(root)


def test_a_scenario_that_has_changed_since_changes_nothing(root: Path, write: Write) -> None:
    shares = play_shares(root, 2)
    write("snippets/b/three.sh", "# Something else.\ntrue\n")
    with pytest.raises(AuthorError, match=r"this share has played another b/three\.sh than is here"):
        merge(root, [shares])


@pytest.mark.parametrize("text", [None, "", "[]", '{"number": 1}'])
def test_what_is_no_share_is_told(root: Path, text: str | None) -> None:
    (root / "shares").mkdir()
    if text is not None:
        (root / "shares" / "share.json").write_text(text, encoding="utf-8")
    with pytest.raises(NetdocsError, match="there is no share in this folder" if text is None else "cannot be read"):
        merge(root, [root / "shares"])


def test_a_share_of_an_unknown_engine_is_refused(root: Path) -> None:
    """Its name becomes a folder's."""
    shares = play_shares(root, 1)
    path = shares / "1-of-1" / "share.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"28.5"', '"../28.5"'), encoding="utf-8")
    with pytest.raises(AuthorError, match="there is no such engine"):
        merge(root, [shares])


def test_playing_a_share_again_replaces_it(root: Path) -> None:
    """Nothing of the earlier play stays."""
    play_shares(root, 1)
    (root / "shares" / "1-of-1" / "28.5" / "stray.json").write_text("{}", encoding="utf-8")
    play_shares(root, 1)

    assert not (root / "shares" / "1-of-1" / "28.5" / "stray.json").exists()
