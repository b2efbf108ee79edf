"""The hook file: a small site, built by MkDocs from another folder and without anything in PYTHONPATH."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from bs4 import BeautifulSoup

from factories import command, recording
from netdocs.recording.fingerprint import digest
from netdocs.recording.format import to_json
from netdocs.recording.model import ClaimResult, Fingerprint, StepResult
from support import project

SHELL = "# Bridge.\n# %% start\ntrue\n# claim a: There is a bridge.\ntrue\n"
PAGE = '# Ü\n\n[There is](claim:a) NAT.\n\n```console exec="on" session="bridge/default" step="start"\n```\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with one scenario, its recording, and a page whose name has to be encoded."""
    root = project(tmp_path, {"bridge/default.sh": SHELL})
    steps = (StepResult("_setup", (), ()), StepResult("start", (), (command("true"),)))
    claims = (ClaimResult("a", "start", 5, "passed"),)
    recorded = recording(*steps, fingerprint=Fingerprint(digest(SHELL), "", ""), claims=claims)
    target = root / "recordings/28.5/bridge/default.sh.json"
    target.parent.mkdir(parents=True)
    target.write_text(to_json(recorded), encoding="utf-8")
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("  - index.md\n", '  - index.md\n  - "sp ace/ü.md"\n')
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    (root / "docs/en/sp ace").mkdir()
    (root / "docs/en/sp ace/ü.md").write_text(PAGE, encoding="utf-8")
    return root


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "NETDOCS_MODE": "recorded", "NO_MKDOCS_2_WARNING": "1"}
    environ.pop("PYTHONPATH", None)
    argv = [sys.executable, "-m", "mkdocs", "build", "-f", str(folder / "mkdocs.yml")]
    return subprocess.run(argv, cwd="/", env=environ, capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.parametrize("directory_urls", [True, False])
def test_no_link_is_dead(folder: Path, directory_urls: bool) -> None:
    """With and without directory URLs, in pages, and in what machines read."""
    config = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(f"use_directory_urls: {str(directory_urls).lower()}\n{config}", encoding="utf-8")
    done = build(folder)
    site = folder / "site/en"
    pages = {path: BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser") for path in site.rglob("*.html")}
    links = [
        (path, str(link["href"]))
        for path, page in pages.items()
        for link in page.select("main a[href], link[rel=alternate]")
        if path.name != "404.html"
    ]

    assert done.returncode == 0, done.stderr
    assert any("sp%20ace/%C3%BC" in href for _, href in links)
    for path, href in links:
        assert href.isascii(), (path, href)
        assert " " not in href, (path, href)
        url, _, fragment = urljoin(f"file://{path.as_posix()}", href).partition("#")
        target = Path(unquote(url.removeprefix("file://")))
        target = target / "index.html" if target.is_dir() else target
        assert target.exists(), (path, href)
        assert not fragment or pages[target].find(id=unquote(fragment)), (path, href)
    assert "(sp%20ace/%C3%BC.md)" in (site / "llms.txt").read_text(encoding="utf-8")


def test_every_page_that_is_wrong_is_told_with_its_line(folder: Path) -> None:
    """Not only the first of them; and nothing is published."""
    (folder / "docs/en/sp ace/ü.md").write_text(f'{PAGE}\n<a href="claim:a">x</a>\n', encoding="utf-8")
    index = folder / "docs/en/index.md"
    index.write_text(f"{index.read_text(encoding='utf-8')}\n`nope`\n: Said of no line.\n", encoding="utf-8")
    done = build(folder)

    assert done.returncode != 0
    assert "docs/en/sp ace/ü.md:8: a link that only Markdown can resolve" in done.stderr
    assert "docs/en/index.md:6: an annotation is about something" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "site/en/index.html").exists()


EVIL = "</title><script>evil()</script>"


@pytest.mark.parametrize(
    "top", [f"---\ntitle: '{EVIL}'\ndescription: '\">{EVIL}'\n---\n", f"# `{EVIL}`\n\n", "# &lt;script>evil()\n\n"]
)
def test_titles_and_descriptions_are_text(folder: Path, top: str) -> None:
    """Templates print what front matter and headings say in the head and the navigation of every page."""
    (folder / "docs/en/sp ace/ü.md").write_text(top + PAGE.partition("\n")[2], encoding="utf-8")
    done = build(folder)

    assert done.returncode == 0, done.stderr
    pages = [path.read_text(encoding="utf-8") for path in (folder / "site").rglob("*.html")]
    assert pages
    assert not [page for page in pages if "<script>evil" in page]
    assert any("&lt;script&gt;evil" in page for page in pages)


def test_terminal_codes_do_not_reach_the_terminal(folder: Path) -> None:
    """MkDocs' own messages quote what authors write."""
    index = folder / "docs/en/index.md"
    text = index.read_text(encoding="utf-8")
    index.write_text(f"{text}\n[a](<\x1b]0;title\x07.md>) [b](&#27;[31m.md)\n", encoding="utf-8")
    done = build(folder)

    assert done.returncode != 0
    assert "docs/en/index.md:" in done.stderr
    assert "\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('# A\n\n--8<-- "../../../mkdocs.yml"\n', ":3", "there is no such text to include"),
        ("# A\n\n--8<--\n/etc/passwd\n--8<--\n", ":4", "there is no such text to include"),
        ("# A\n\n" + "".join("    " * level + "- x\n" for level in range(400)), "", "nested too deeply"),
    ],
)
def test_what_markdown_cannot_convert_is_told_of_the_page(folder: Path, text: str, line: str, message: str) -> None:
    """With its line where that is known, and without a traceback."""
    (folder / "docs/en/index.md").write_text(text, encoding="utf-8")
    done = build(folder)
    printed = done.stdout + done.stderr

    assert done.returncode == 1
    assert f"docs/en/index.md{line}: " in printed
    assert message in printed
    assert "Traceback" not in printed


@pytest.mark.parametrize("languages", [("python", "console"), ("py", "pyodide", "pycon", "bash", "sh")])
@pytest.mark.parametrize("form", ["{}", "````markdown exec='on'\n{}\n````", "> {}"])
def test_no_fence_runs_anything_on_the_builder(folder: Path, languages: tuple[str, ...], form: str) -> None:
    """Whatever the language, and wherever it stands: fences with a body are refused."""
    mark = folder / "ran"
    bodies = {"py": f"open({str(mark)!r}, 'w')", "pycon": f">>> open({str(mark)!r}, 'w')", "console": f"$ touch {mark}"}
    bodies |= {"python": bodies["py"], "pyodide": bodies["py"], "bash": f"touch {mark}", "sh": f"touch {mark}"}
    fences = [f'```{language} exec="on"\n{bodies[language]}\n```' for language in languages]
    indent = "\n> " if form.startswith(">") else "\n"
    text = "\n\n".join(form.format(fence.replace("\n", indent)) for fence in fences)
    (folder / "docs/en/index.md").write_text(f"# A\n\n{text}\n", encoding="utf-8")
    done = build(folder)

    assert done.returncode == 1
    assert "docs/en/index.md:" in done.stderr
    assert not mark.exists()


def test_a_build_of_recordings_needs_no_library_for_engines() -> None:
    """It costs an author a tenth of a second and 15 MB in each build."""
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "hooks")}
    code = "import sys, netdocs_hooks; print({'docker', 'requests', 'rich'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environ)

    assert done.stdout == "set()\n"
