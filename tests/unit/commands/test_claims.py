"""`make claims`: hints for reviewers, errors for claims that nobody says."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from factories import FINGERPRINT, recording
from netdocs.commands.claims import check_claims, play_controls
from netdocs.errors import AuthorError, Diagnostic, NetdocsError
from netdocs.lab.runner import Task
from netdocs.recording.from_events import Outcome
from netdocs.recording.model import ClaimResult
from netdocs.scenario.model import Scenario

Write = Callable[[str, str], Path]
FENCE = '```console exec="on" session="bridge/default" step="start"\n```\n'


def test_a_claim_nobody_says_is_an_error(tmp_path: Path, write: Write, caplog: pytest.LogCaptureFixture) -> None:
    """After every hint was said."""
    write("snippets/bridge/default.sh", "# %% start\ntrue\n# claim a: So.\nls\n")
    write("docs/en/bridge.md", f"# Bridge\n\nA network is there.\n\n{FENCE}")
    with pytest.raises(AuthorError, match="no page links to claim 'a'"):
        check_claims(tmp_path)

    assert ["hint: docs/en/bridge.md:1: 1 sentence about Docker under 'Bridge', and no claim"] == caplog.messages


def test_hints_are_no_errors(tmp_path: Path, write: Write, caplog: pytest.LogCaptureFixture) -> None:
    """Pages for contributors speak of Docker without proving it."""
    write("snippets/bridge/default.sh", "# %% start\ntrue\n")
    write("docs/en/bridge.md", f"# Bridge\n\nA network is there.\n\n{FENCE}")
    write("docs/en/contribute/page.md", "# Labs\n\nA lab is a container.\n")
    check_claims(tmp_path)

    assert ["hint: docs/en/bridge.md:1: 1 sentence about Docker under 'Bridge', and no claim"] == caplog.messages


def test_weak_checks_are_hinted_at(tmp_path: Path, write: Write, caplog: pytest.LogCaptureFixture) -> None:
    """They stop nobody."""
    write("snippets/bridge/default.sh", "# %% start\ntrue\n# claim a: So.\n[[ -z $out ]]\n")
    write("docs/en/bridge.md", f"# Bridge\n\n[So](claim:a).\n\n{FENCE}")
    check_claims(tmp_path)

    (hint,) = caplog.messages
    assert hint.startswith("hint: snippets/bridge/default.sh:4: the check of claim 'a' asks only for what is not there")


CHECKED = "# %% start\nls\n# claim a: So.\n[[ $out == x ]]\nid\n# claim b: So too.\n[[ $out == y ]]\n"


@pytest.fixture
def lab(monkeypatch: pytest.MonkeyPatch) -> dict[str, Outcome]:
    """Labs that play nothing: the outcome of each scenario is what a test says."""
    outcomes: dict[str, Outcome] = {}

    def make_tasks(_client: object, scenarios: Sequence[Scenario], _settings: object) -> list[Task]:
        return [Task(scenario, FINGERPRINT, "28.5", "image") for scenario in scenarios]

    def run_tasks(_client: object, tasks: Sequence[Task], _settings: object) -> Iterator[tuple[Task, Outcome]]:
        assert all("# claim before-a: So." in task.scenario.text for task in tasks)
        return ((task, outcomes[task.scenario.name]) for task in tasks)

    monkeypatch.setattr("netdocs.commands.claims.make_tasks", make_tasks)
    monkeypatch.setattr("netdocs.commands.claims.run_tasks", run_tasks)
    monkeypatch.setattr("netdocs.lab.outer_engine.require_engine", lambda *_: io.StringIO())
    return outcomes


def test_checks_that_were_true_before_are_hinted_at(
    tmp_path: Path, write: Write, lab: dict[str, Outcome], caplog: pytest.LogCaptureFixture
) -> None:
    """Controls that are false are as they should be, and stop nobody; the other dialect has none."""
    write("snippets/bridge/default.sh", CHECKED)
    write("snippets/bridge/default.py", '"""A."""\n\n# %% start\nx = 1\n# claim a: So.\nassert x\n')
    claims = (ClaimResult("before-a", "start", 4, "failed"), ClaimResult("before-b", "start", 8, "passed"))
    false = Diagnostic("snippets/bridge/default.sh:3", "claim 'before-a' is false", "")
    lab["bridge/default.sh"] = Outcome(recording(claims=claims), (false,))
    play_controls(tmp_path, "28.5", "bridge")

    hint = "hint: snippets/bridge/default.sh:7: the check of claim 'b' passes already before the commands above it"
    assert [hint] == caplog.messages[1:]


def test_what_cannot_be_played_says_nothing_about_its_checks(
    tmp_path: Path, write: Write, lab: dict[str, Outcome], caplog: pytest.LogCaptureFixture
) -> None:
    """A kernel may lack something, and a check may break what comes after it."""
    write("snippets/bridge/default.sh", CHECKED)
    write("snippets/bridge/other.sh", CHECKED)
    lab["bridge/default.sh"] = Outcome(recording(skipped_reason="this kernel has no ipvlan"), ())
    lab["bridge/other.sh"] = Outcome(None, (Diagnostic("snippets/bridge/other.sh:2", "a command failed", "see"),))
    with pytest.raises(NetdocsError, match="a command failed"):
        play_controls(tmp_path, "28.5", "")

    assert ["snippets/bridge/default.sh: not run here, this kernel has no ipvlan"] == caplog.messages[1:]


def test_a_link_to_no_page_is_an_error(tmp_path: Path, write: Write) -> None:
    """Pages that the build makes of scenarios are there, though no file is."""
    write("snippets/bridge/default.sh", "# %% start\ntrue\n")
    write("docs/en/bridge.md", f"# Bridge\n\n{FENCE}\n[fine](../scenarios/bridge/default.md)\n[not](brigde.md)\n")
    with pytest.raises(AuthorError, match=r"bridge.md:7: this link leads to no file") as caught:
        check_claims(tmp_path)

    assert len(caught.value.problems) == 1


def test_what_bash_cannot_read_is_an_error(tmp_path: Path, write: Write) -> None:
    """`make check` says it, which plays nothing."""
    write("snippets/bridge/default.sh", "# Bridge.\n# %% start\nif true; then\n  ls\n")
    write("docs/en/bridge.md", f"# Bridge\n\n{FENCE}")
    with pytest.raises(AuthorError, match=r"snippets/bridge/default\.sh:4: bash cannot read this scenario"):
        check_claims(tmp_path)
