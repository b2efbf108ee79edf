"""What bash cannot read is told with its line, and every scenario of the site can be read."""

from __future__ import annotations

import pytest

from netdocs.build import parse_all
from netdocs.scenario.parser import parse
from netdocs.scenario.shell_syntax import syntax_problems
from netdocs.sources import read_scenarios
from support import ROOT


@pytest.mark.parametrize(
    ("code", "line", "complaint"),
    [
        ('echo "one\ndocker ps', 3, "matching `\"'"),
        ("if true; then\n  docker ps", 4, "unexpected end of file"),
        ("for n in 1 2; do\n  docker ps", 4, "unexpected end of file"),
        ("cat <<END\ntext", 4, "wanted `END'"),
        ("docker ps )", 3, "near unexpected token `)'"),
        ("done\ndocker ps", 3, "near unexpected token `done'"),
    ],
)
def test_what_bash_cannot_read_is_told_with_its_line(code: str, line: int, complaint: str) -> None:
    (problem,) = syntax_problems([parse("snippets/bridge/default.sh", f"# Broken.\n# %% start\n{code}\n")])

    assert problem.location == f"snippets/bridge/default.sh:{line}"
    assert problem.message.startswith("bash cannot read this scenario")
    assert complaint in problem.actual


def test_python_is_not_given_to_bash() -> None:
    scenario = parse("snippets/bridge/default.py", '"""Fine."""\n# %% start\nprint("(")\n')

    assert list(syntax_problems([scenario])) == []


def test_without_bash_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The lab's own bash says it then."""
    monkeypatch.setattr("shutil.which", lambda _: None)

    assert list(syntax_problems([parse("snippets/bridge/default.sh", "# Broken.\n# %% start\nif\n")])) == []


def test_bash_reads_every_scenario_here_and_runs_none() -> None:
    """A rule that refused what labs play would be wrong."""
    assert list(syntax_problems(parse_all(read_scenarios(ROOT)))) == []
