"""The table of options: every option that the recorded help of a command names is in it, in both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from support import ROOT

RECORDINGS = sorted(ROOT.glob("recordings/*/options/help.sh.json"))
PAGES = sorted(ROOT.glob("docs/*/reference/options.md"))
ANCHORS = {"create": "create", "connect": "connect"}
"""The scenario's steps, and the sections of the page that list what they print."""


def named_options(recording: Path) -> dict[str, set[str]]:
    """The options that each step's help names, by the step."""
    steps = json.loads(recording.read_text(encoding="utf-8"))["recording"]["steps"]
    return {
        step["name"]: set(re.findall(r"^ +(?:-\w, )?(--[a-z0-9-]+)", output_of(step), re.MULTILINE)) - {"--help"}
        for step in steps
        if step["name"] in ANCHORS
    }


def output_of(step: dict[str, list[dict[str, list[str]]]]) -> str:
    return "\n".join(line for command in step["commands"] for line in command.get("output", []))


def listed_options(page: Path, anchor: str) -> set[str]:
    """The options in the first column of a section's table."""
    section = re.search(
        rf"^## [^\n]*\{{ ?#{anchor} ?\}}\n(.*?)(?=^## |\Z)", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert section, anchor
    cells = re.findall(r"^\| (`--[^|]*)\|", section[1], re.MULTILINE)
    return {option for cell in cells for option in re.findall(r"`(--[a-z0-9-]+)`", cell)}


def test_the_help_of_three_engines_is_recorded() -> None:
    assert {path.parts[-3] for path in RECORDINGS} >= {"28.5", "26.1", "20.10"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parents[1].name)
@pytest.mark.parametrize("step", ANCHORS)
def test_every_option_of_the_help_is_in_the_table_and_no_other(page: Path, step: str) -> None:
    named = set[str]().union(*(named_options(recording)[step] for recording in RECORDINGS))

    assert len(named) > 5
    assert listed_options(page, ANCHORS[step]) == named


def written_settings() -> set[str]:
    """The keys at the top of the JSON objects in shell scenarios that write daemon.json."""
    texts = (path.read_text(encoding="utf-8") for path in ROOT.glob("snippets/*/*.sh"))
    return {key for text in texts if "daemon.json" in text for key in outer_keys(text)}


def outer_keys(text: str) -> Iterator[str]:
    """The keys of each JSON object in a text, without those of the objects in it."""
    position = text.find("{")
    while position >= 0:
        try:
            value, end = json.JSONDecoder().raw_decode(text, position)
        except ValueError:
            end = position + 1
        else:
            yield from value
        position = text.find("{", end)


def unshown_settings(page: Path) -> set[str]:
    """The keys of rows whose whole last column says that nothing is shown."""
    row = r"^\| (`[^|]*)\|[^|]*\| (?:not shown here|ここでは示していません) \|$"
    cells = re.findall(row, page.read_text(encoding="utf-8"), re.MULTILINE)
    return {key for cell in cells for key in re.findall(r"`([a-z0-9-]+)`", cell)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parents[1].name)
def test_what_a_scenario_sets_is_not_called_unshown(page: Path) -> None:
    settings = written_settings()

    assert {"iptables", "userland-proxy", "dns"} <= settings
    assert len(unshown_settings(page)) > 5
    assert not settings & unshown_settings(page)
