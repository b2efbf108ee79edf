"""The table of benchmarks, and the peers that this site is compared with."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from benchmarks.measure import FailedError, run
from benchmarks.peers import pasted, synthetic_project
from benchmarks.sample import choose, exec_project, site_project
from benchmarks.serving import Change, update_seconds
from benchmarks.table import Row, notes, ratio, table

MEASURED = Row("a", "b", "≤ 1", "s", [1.0, 3.0, 2.0], [4.0], passed=True, note="why")


def test_ratios_are_of_medians_and_the_spread_is_shown() -> None:
    assert ratio(MEASURED) == 0.5
    assert table([MEASURED]).splitlines()[-1] == "| a | b | 2.00 s (1.00 to 3.00, n=3) | 4.00 s | 0.50 | ≤ 1 | yes |"
    assert notes([MEASURED]) == "- **a**: why"


def test_what_was_missed_or_not_measured_is_told_as_such() -> None:
    missed, left_out = Row("a", "b", "≤ 1", "s", [2.0], [1.0], passed=False), Row("c", "d", "≤ 1")

    assert table([missed]).endswith("| **no** |")
    assert "| not measured here |" in table([left_out])


def test_memory_is_that_of_the_program_and_of_nobody_who_started_it(tmp_path: Path) -> None:
    """Linux takes over what a program's parent has used, unless something small stands between."""
    large = bytearray(b"x") * 200_000_000
    argv = [sys.executable, "-c", "print(len(bytearray(b'x') * 60_000_000))"]

    cost = run(argv, tmp_path, {}, tmp_path / "log")

    assert 60_000_000 < cost.peak_bytes < 100_000_000 < len(large)
    assert (tmp_path / "log").read_text(encoding="utf-8") == "60000000\n"


def test_a_program_that_fails_is_no_measurement(tmp_path: Path) -> None:
    """What it printed is told."""
    with pytest.raises(FailedError, match=r"(?s)import nothing.*No module named 'nothing'"):
        run([sys.executable, "-c", "import nothing"], tmp_path, {}, tmp_path / "log")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return synthetic_project(10, tmp_path_factory.mktemp("made") / "up")


def test_a_peer_has_the_same_pages_with_their_outputs_and_no_hook(project: Path, tmp_path: Path) -> None:
    """Those of scenarios included."""
    folder = pasted(project, tmp_path / "pasted")
    page = (folder / "docs/scenario0.md").read_text(encoding="utf-8")

    assert page.count("a line of output, number 9") == 10
    assert "exec=" not in page
    assert (folder / "docs/scenarios/made/scenario0.md").is_file()
    assert "hooks" not in (folder / "mkdocs.yml").read_text(encoding="utf-8")


def test_a_changed_sentence_is_shown_by_serve(project: Path, tmp_path: Path) -> None:
    """The second one, too: its page was taken from what was kept with the first."""
    folder = Path(shutil.copytree(project, tmp_path / "served"))
    environ = {"PYTHONPATH": "hooks", "NETDOCS_MODE": "recorded", "NETDOCS_LIVE_RELOAD": "1"}

    change = Change(folder / "docs/en/index.md", "\nSentence number {number}.", "/")
    assert len(update_seconds(folder, environ, (), change, 2)) == 2


def test_a_sample_has_the_same_commands_for_both(tmp_path: Path) -> None:
    """Every command that was recorded, typed at docker1, is in a block of plain markdown-exec."""
    chosen = choose(3)
    site = site_project(tmp_path / "site", [scenario for scenario, _ in chosen])
    peer = exec_project(tmp_path / "peer", [recording for _, recording in chosen], "lab", 1)

    assert len({scenario.session for scenario, _ in chosen}) == 3
    for number, (scenario, recording) in enumerate(chosen):
        assert f'session="{scenario.session}"' in (site / f"docs/en/page{number}.md").read_text(encoding="utf-8")
        block = (peer / f"docs/page{number}.md").read_text(encoding="utf-8")
        commands = [command for step in recording.steps for command in step.commands]
        assert commands
        assert all(command.text in block and command.node == "docker1" for command in commands)
