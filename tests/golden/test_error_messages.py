"""Error messages, whole, as their readers see them: each folder of errors/ is a small project with something wrong.

page.md          the one page, docs/en/page.md
NAME.sh.txt      a scenario, snippets/bridge/NAME.sh (.txt, or linters would read what is wrong on purpose)
recording.json   what is committed as the recording of bridge/default.sh (.py.json: of default.py; .26.1.json: on 26.1)
environ.json     the environment of the build; by default one that asks for recordings
events.json      what a lab reported of the only scenario; then the play is what fails, not the build
expected.txt     the message
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factories import CONTEXT
from golden.cases import cases, lay_out, read
from netdocs.build import make_plan, run_or_load
from netdocs.errors import NetdocsError
from netdocs.lab.settings import from_environ
from netdocs.protocol.events import decode
from netdocs.recording.from_events import recording_from_events
from netdocs.sources import read_pages

CASES = cases("errors")


def build(root: Path, environ: dict[str, str], events: list[dict[str, Any]]) -> None:
    """Build as the site does, up to where the pages would be rendered; events stand in for a lab."""
    plan = make_plan(root, read_pages(root, root / "docs" / "en"))
    if events:
        (scenario,) = plan.scenarios
        raise NetdocsError(
            *recording_from_events(scenario, [decode(json.dumps(event)) for event in events], CONTEXT).problems
        )
    run_or_load(plan, from_environ(root, environ))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_message_is_the_one_expected(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update: bool
) -> None:
    """Place, what is wrong, what was expected, what was seen, what to do: nothing more and nothing less."""
    lay_out(case, tmp_path)
    environ = read(case / "environ.json", {"NETDOCS_MODE": "recorded"})
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(NetdocsError) as caught:
        build(tmp_path, environ, read(case / "events.json", []))
    if update:
        (case / "expected.txt").write_text(f"{caught.value}\n", encoding="utf-8")

    assert (case / "expected.txt").read_text(encoding="utf-8") == f"{caught.value}\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_message_names_a_place_and_says_what_to_do(case: Path) -> None:
    """The first line begins with where, the last with what to do; nothing is a trace of our own code."""
    for message in (case / "expected.txt").read_text(encoding="utf-8").rstrip("\n").split("\n\n"):
        first, *_ = message.split("\n")
        last = [line for line in message.split("\n") if not line.startswith("    ")][-1]

        assert first.partition(":")[0].startswith(
            ("docs/", "snippets/", "recordings/", "hooks/", "lab/", "docker", "NETDOCS_")
        )
        assert last.startswith("  hint: ")
        assert "Traceback" not in first
