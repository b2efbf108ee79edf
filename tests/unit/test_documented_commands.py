"""Every command of the pages for contributors: executed here, or by the test that is named, or not, with the reason."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from support import ROOT, project

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs/en/contribute").glob("*.md"))]
PROGRAMS = ("make", "netdocs", "mkdocs", "pip", "properdocs", "git commit", "docker build", "docker run --rm")

EXECUTED = (
    'make page NAME=guides/address TITLE="Can I choose the address?"',
    'make page NAME=guides/inspect TITLE="How do I inspect a network?"',
    "make claims",
    "make changes",
    "make architecture",
    "make schemas",
    "make site MODE=recorded",
    "make site",
    "make publish DIR=public SITE_URL=https://docs.example/net/",
    "make clean",
)
"""By this file, in a small project, in this order."""

ELSEWHERE = {
    "make serve": "tests/site/test_serve.py",
    "mkdocs serve": "tests/site/test_serve.py",
    "make lab": "tests/lab/test_by_hand.py",
    'make lab NODES="client server"': "tests/lab/test_by_hand.py",
    "make lab RECORD=guides/address/chosen": "tests/lab/test_by_hand.py",
    "netdocs lab": "tests/lab/test_by_hand.py",
    "make record": "tests/lab/test_shares.py",
    "make record ENGINE=all SHARD=1/3": "tests/lab/test_shares.py",
    "make record ENGINE=all SHARD=2/3": "tests/lab/test_shares.py",
    "make record ENGINE=all SHARD=3/3": "tests/lab/test_shares.py",
    'make record MERGE="shares/1-of-3 shares/2-of-3 shares/3-of-3"': "tests/lab/test_shares.py",
    "make record ENGINE=all ONLY=address": "tests/lab/test_shares.py",
    "make record ENGINE=all ONLY=inspect": "tests/lab/test_shares.py",
    "make record ENGINE=all ONLY=<page>": "tests/lab/test_shares.py",
    "make record KERNEL=emulated": "tests/lab/test_emulated.py",
    "make image": "tests/lab/test_try.py",
    "make drift": "tests/lab/test_example.py",
    "make drift SHARD=2/3": "tests/unit/recording/test_sharding.py",
    "netdocs record": "tests/lab/test_example.py",
    "netdocs drift": "tests/lab/test_example.py",
    "netdocs claims": "tests/lab/test_example.py",
    "make claims CONTROL=1 ONLY=address/chosen": "tests/unit/commands/test_claims.py",
    "make page": "tests/unit/commands/test_new_page.py",
    "make translations": "tests/unit/site/test_translations.py",
    "make translations UPDATE=…": "tests/unit/site/test_translations.py",
    "make translations UPDATE=guides/names": "tests/unit/site/test_translations.py",
    "make publish": "tests/unit/commands/test_publish.py",
    "pip install path/to/clone": "tests/unit/test_plugin.py",
}
"""The same code, run by another test."""

NOT_EXECUTED = {
    "make test": "this is it",
    "make test ONLY=guides/address": "it is a part of it",
    "make check": "the first thing that make test does",
    "make kills": "takes a night",
    "make bench": "takes half an hour, and its figures are of the machine that runs it",
    "pip install git+https://…": "needs a network, and an address that is yours",
    "properdocs build -f mkdocs.yml": "another builder, which is not installed; the page says when it was tried",
    "git commit": "git's own",
    "docker build -t docs -f deploy/Dockerfile public": "needs an image with a web server, from a registry",
    "docker run --rm -p 8080:80 docs": "needs the image of the line before",
}


def commands() -> Iterator[tuple[str, str]]:
    """Page and command: lines of blocks of shell without their comments, and what is code within a line."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        blocks = re.findall(r"(?ms)^```(?:sh)?\n(.*?)^```$", text)
        lines = (line for block in blocks for line in block.splitlines())
        inline = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)
        for command in (re.sub(r"\s+#.*", "", code) for code in (*lines, *inline)):
            if any(command == program or command.startswith(f"{program} ") for program in PROGRAMS):
                yield page.name, command


def test_every_command_is_executed_or_it_is_said_why_not() -> None:
    """A command that is new on a page goes into one of the three lists; one that is on no page any more goes out."""
    written = {command for _, command in commands()}
    bare = {"make", "netdocs", "mkdocs"}
    listed = {*EXECUTED, *ELSEWHERE, *NOT_EXECUTED}

    assert written - listed - bare == set()
    assert listed - written == set()
    assert {path for path in ELSEWHERE.values() if not (ROOT / path).is_file()} == set()


@pytest.mark.parametrize("command", sorted({command for _, command in commands() if command.startswith("make ")}))
def test_make_knows_targets_and_variables(command: str) -> None:
    """A mistyped variable would be passed over."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    _, target, *_ = command.split()
    variables = set(re.findall(r"\b([A-Z_]+)=", command))

    assert re.search(rf"(?m)^{target}:", makefile)
    assert variables - {*re.findall(r"(?m)^([A-Z_]+) \?=", makefile), "NAME", "TITLE"} == set()


def test_they_do_what_they_should(tmp_path: Path) -> None:
    """One after another, as somebody would type them who has no engine."""
    folder = project(tmp_path / "clone", {})
    for name in ("Makefile", "requirements.txt"):
        shutil.copy(ROOT / name, folder)
    (folder / "docs/en/contribute").mkdir()
    (folder / "docs/en/guides").mkdir()
    (folder / "docs/en/guides/reach.md").write_text("# Reach\n", encoding="utf-8")
    (folder / ".venv").symlink_to(ROOT / ".venv")
    config = folder / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("nav:\n", "nav:\n  - Guides:\n      - guides/reach.md\n"),
        encoding="utf-8",
    )
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    author = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
    subprocess.run(["git", *author, "commit", "--allow-empty", "-qm", "First"], cwd=folder, check=True)
    environ = {**os.environ, "MODE": "recorded", "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    for command in EXECUTED:
        done = subprocess.run(
            ["sh", "-c", command.replace("make ", "make --assume-old=.venv/site ", 1)],
            cwd=folder, env=environ, capture_output=True, text=True, check=False, timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, f"{command}\n{done.stdout[-3000:]}{done.stderr[-3000:]}"
