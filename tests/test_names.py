"""What things are called: a name is that of the thing it holds, so that who knows MkDocs, pytest and Docker guesses it.

Read from the syntax, nothing is imported. What tests are called are sentences, and not held to it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("hooks", "lab", "tests", "benchmarks", "snippets")
PYTHON = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
SHELL = sorted(
    [
        *(ROOT / "lab").rglob("*.sh"),
        *(ROOT / "lab").rglob("*.bash"),
        *(ROOT / "snippets").rglob("*.sh"),
        *(ROOT / name for name in ("lab/engine", "lab/make-venv", "tests/setup")),
    ]
)

VAGUE = {
    "anew", "another", "around", "asked", "broken", "each", "every", "everybody", "everything", "given", "gone", "held",
    "here", "how", "it", "judged", "known", "lacking", "led", "made", "meant", "met", "mine", "nobody", "nothing",
    "of", "once", "one", "ones", "own", "same", "seen", "something", "spelt", "taken", "there", "thing", "things",
    "together", "wanted", "what", "when", "where", "whole", "whom", "why", "without",
}  # fmt: skip
"""Participles, pronouns and adverbs: by themselves they say nothing of what is held. Part of a name they may be."""
BANNED = {
    "comb", "fold", "found", "kept", "lesson", "mended", "ours", "said", "shown", "sought", "theirs", "told", "torn",
}  # fmt: skip
"""Words that are no part of a name either: others are the field's (cached, message, output, result, match)."""
ALLOWED = {"not_found": "what HTTP calls 404", "not_found_why": "its explanation"}
PLAYER = {
    "HERE", "OUTPUT_SHOWN", "OUT_SHOWN", "found", "held", "here", "how", "kept", "nothing", "own", "wanted", "what",
    "why", "without_ours",
}  # fmt: skip
"""Allowed in what plays scenarios inside a lab, because a change of its text makes every cached play stale."""

EMULATED = ROOT / "snippets" / "ingress" / "vip.py"
"""`one` and `found` stay in it until an emulated kernel plays it anew: its recording is of this very text."""
_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z0-9]+")
_SHELL_FUNCTION = re.compile(r"^\s*(?:function\s+)?([\w-]+)\s*\(\)", re.MULTILINE)


def name_of(path: Path) -> str:
    """Its path in the repository."""
    return path.relative_to(ROOT).as_posix()


def is_vague(name: str) -> bool:
    """Whether a name has nothing but vague words, or a banned one."""
    words = {word.lower() for word in _WORD.findall(name)}
    if name in ALLOWED or name.startswith("test_") or not words:
        return False
    return words <= VAGUE or bool(words & BANNED)


def python_names(path: Path) -> Iterator[tuple[int, str]]:
    """What a file names, with the line: functions, classes, parameters, variables and attributes."""
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield node.lineno, name
            case ast.arg(arg=name) | ast.Attribute(attr=name, ctx=ast.Store()) | ast.alias(asname=str(name)):
                yield node.lineno, name
            # The container "one" may be in the variable `one`.
            case ast.Name(id=name, ctx=ast.Store()) if name not in texts:
                yield node.lineno, name


def shell_names(path: Path) -> Iterator[tuple[int, str]]:
    """The functions of a shell script, with their lines."""
    text = path.read_text(encoding="utf-8")
    for match in _SHELL_FUNCTION.finditer(text):
        yield text.count("\n", 0, match.start(1)) + 1, match[1]


@pytest.mark.parametrize("path", [*PYTHON, *SHELL], ids=name_of)
def test_names_say_what_they_hold(path: Path) -> None:
    """Call it by the field's word for the thing: `cached`, not `kept`; `message`, not `said`."""
    names = python_names(path) if path.suffix == ".py" else shell_names(path)
    is_player = path.parent in (ROOT / "lab" / "agent", ROOT / "lab" / "supervisor")
    allowed = PLAYER if is_player else {"found", "one"} if path == EMULATED else set[str]()

    assert [f"line {line}: {name}" for line, name in names if is_vague(name) and name not in allowed] == []


def test_modules_say_what_they_hold() -> None:
    """Scenarios are called after what they show: that is in the addresses of pages."""
    modules = [path for path in PYTHON if not path.is_relative_to(ROOT / "snippets")]

    assert modules
    assert [name_of(path) for path in modules if is_vague(path.stem)] == []


@pytest.mark.parametrize("name", ["one", "_found", "kept_pages", "KeptPage", "OURS", "without", "how_it"])
def test_a_vague_name_is_recognised(name: str) -> None:
    assert is_vague(name)


@pytest.mark.parametrize("name", ["_", "one_step", "not_found", "without_masks", "test_it_is_told", "refold"])
def test_a_plain_name_is_left_alone(name: str) -> None:
    assert not is_vague(name)
