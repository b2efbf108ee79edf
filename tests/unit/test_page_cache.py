"""Pages that are kept from one build to the next: a build that finds some is the one that finds none, byte for byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from factories import NOW, command, recording
from netdocs.page.page_inputs import build_digest, narrowed
from netdocs.recording.fingerprint import digest
from netdocs.recording.format import from_json, to_json
from netdocs.recording.model import ClaimResult, Fingerprint, StepResult
from netdocs.site.code_digest import code_digest
from netdocs.site.page_cache import CachedPage, PageStore
from rendering import PAGE, build_of, with_page
from support import project

SHELL = "# Bridge.\n# %% start\ntrue\n# claim a: There is a bridge.\ntrue\n"
FENCE = '```console exec="on" session="bridge/default" step="start"\n```\n'
INDEX = f"# Page\n\n[Other](other.md#below)\n\n{FENCE}"
OTHER = "# Other\n\nIt [is](claim:a) so, says NAT.\n\n## Below\n\nText.\n"
FUTURE = "2999-01-01T00:00:00Z"
"""A recording of then is never a day old, however long a test takes."""
RECORDING = "recordings/28.5/bridge/default.sh.json"


def _record(root: Path, printed: str, version: str = "28.5") -> None:
    steps = (StepResult("_setup", (), ()), StepResult("start", (), (command("true", printed),)))
    claims = (ClaimResult("a", "start", 5, "passed"),)
    entry = recording(*steps, fingerprint=Fingerprint(digest(SHELL), "", ""), claims=claims)
    entry = msgspec.structs.replace(entry, engine=version, recorded_at=FUTURE)
    target = root / f"recordings/{version}/bridge/default.sh.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(to_json(entry), encoding="utf-8")


def _build(root: Path, **environ: str) -> tuple[int, str]:
    settings = {"PYTHONPATH": "hooks", "NETDOCS_MODE": "recorded", "NO_MKDOCS_2_WARNING": "1", **environ}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=root,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    return done.returncode, done.stderr


def _site(root: Path) -> dict[str, bytes]:
    """Every file of the built site but the packed sitemap, which has the time of its packing."""
    files = [path for path in (root / "site").rglob("*") if path.is_file() and path.suffix != ".gz"]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two written pages and a scenario's, built once."""
    root = project(tmp_path_factory.mktemp("kept") / "project", {"bridge/default.sh": SHELL})
    _record(root, "first")
    (root / "docs/en/index.md").write_text(INDEX, encoding="utf-8")
    (root / "docs/en/other.md").write_text(OTHER, encoding="utf-8")
    _edit("mkdocs.yml", "  - index.md\n", "  - index.md\n  - other.md\n")(root)
    code, printed = _build(root)
    assert code == 0, printed
    return root


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """The same in a place of its own, with what its build has kept."""
    return Path(shutil.copytree(built, tmp_path / "project"))


Change = Callable[[Path], None]


def _edit(name: str, old: str, new: str) -> Change:
    def change(root: Path) -> None:
        text = (root / name).read_text(encoding="utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def _new_page(root: Path) -> None:
    (root / "docs/en/third.md").write_text("# Third\n", encoding="utf-8")
    _edit("mkdocs.yml", "  - other.md\n", "  - other.md\n  - third.md\n")(root)


def _committed(root: Path) -> None:
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@example.com", "-C", str(root))
    for words in (("init", "-q"), ("add", "docs"), ("commit", "-q", "-m", "pages")):
        subprocess.run([*git, *words], check=True)


def _older(root: Path) -> None:
    entry = from_json((root / RECORDING).read_text(encoding="utf-8"))
    text = to_json(msgspec.structs.replace(entry, recorded_at="2998-01-01T00:00:00Z"))
    (root / RECORDING).write_text(text, encoding="utf-8")


CHANGES: dict[str, Change] = {
    "a sentence": _edit("docs/en/other.md", "Text.", "Words."),
    "a title": _edit("docs/en/other.md", "# Other", "# Another"),
    "front matter": _edit("docs/en/other.md", "# Other", "---\nlearn: All of it.\n---\n# Other"),
    "a step of the scenario": _edit("snippets/bridge/default.sh", "# Bridge.", "# A bridge."),
    "what was printed": lambda root: _record(root, "second"),
    "when it was printed": _older,
    "what another engine printed": lambda root: _record(root, "third", "20.10"),
    "the glossary": _edit("docs/includes/glossary.en.md", "*[NAT]: ", "*[NAT]: not "),
    "a template of the theme": _edit(
        "docs/overrides/main.html", "{% block content %}", "{% block content %}<b>new</b>"
    ),
    "a template of blocks": _edit("hooks/netdocs/page/templates/_caption.html", "<time", "<b>b</b><time"),
    "code": _edit("hooks/netdocs/page/highlight.py", 'removesuffix("\\n"))', 'removesuffix("\\n") + "<i>i</i>")'),
    "a string": _edit("hooks/netdocs/i18n/en.toml", 'full_stop = "."', 'full_stop = "!"'),
    "the configuration": _edit("mkdocs.yml", 'permalink: "#"', 'permalink: "@"'),
    "a page more": _new_page,
    "the date of a change": _committed,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_what_is_kept_is_never_stale(folder: Path, change: Change) -> None:
    """Each input is changed in turn, and the site is another one: the one that a build without anything kept makes."""
    before = _site(folder)
    change(folder)
    code, printed = _build(folder)
    assert code == 0, printed
    with_cache = _site(folder)
    shutil.rmtree(folder / ".cache")
    assert _build(folder)[0] == 0

    assert with_cache == _site(folder)
    assert {name: text for name, text in before.items() if name in with_cache} != with_cache


def test_what_has_not_changed_is_not_made_again(folder: Path) -> None:
    """Seen by what is kept being shown, whatever it says; a setting of the environment is an input, too."""
    for store in (PageStore(folder / ".cache/pages/en"),):
        for name in ("index.md", "other.md"):
            page = store.load(name)
            assert page is not None
            assert page.finished is not None
            store.save(name, msgspec.structs.replace(page, finished=msgspec.structs.replace(page.finished, html=name)))
    assert _build(folder)[0] == 0
    html = (folder / "site/en/other/index.html").read_text(encoding="utf-8")
    assert _build(folder, SITE_URL="https://docs.example/en/")[0] == 0

    assert html == "other.md"
    assert "https://docs.example/en/other/" in (folder / "site/en/other/index.html").read_text(encoding="utf-8")


def test_a_page_with_a_warning_is_warned_of_every_time(folder: Path) -> None:
    """A warning fails a strict build, the next one too."""
    _edit("docs/en/other.md", "Text.", "[Text](gone.md)")(folder)

    for _ in range(2):
        code, printed = _build(folder)
        assert code == 1
        assert "gone.md" in printed


def test_a_fragment_that_is_gone_is_told_of_by_the_page_that_is_kept(folder: Path) -> None:
    """The link to it stands on a page that has not changed."""
    _edit("mkdocs.yml", "anchors: warn", "anchors: info")(folder)
    assert _build(folder)[0] == 0
    _edit("docs/en/other.md", "## Below", "## Above")(folder)

    assert "does not contain an anchor '#below'" in _build(folder)[1]


def test_nothing_is_kept_of_pages_that_are_gone(folder: Path) -> None:
    """So what is kept is never more than a site."""
    (folder / "docs/en/other.md").unlink()
    _edit("mkdocs.yml", "  - other.md\n", "")(folder)
    (folder / "docs/en/index.md").write_text(f"# Page\n\n[a](claim:a)\n\n{FENCE}", encoding="utf-8")
    assert _build(folder)[0] == 0

    files = {path.relative_to(folder / ".cache/pages/en").as_posix() for path in (folder / ".cache").rglob("*.page")}
    assert files == {"index.md.page", "scenarios/bridge/default.md.page"}


def test_nothing_is_taken_from_a_cache_that_somebody_has_committed(folder: Path) -> None:
    """Its pages could hold what no check has seen."""
    (folder / ".gitignore").unlink(missing_ok=True)
    git = ("git", "-C", str(folder))
    for words in (("init", "-q"), ("add", "-f", ".cache")):
        subprocess.run([*git, *words], check=True)

    code, printed = _build(folder)
    assert code == 1
    assert "what builds keep is in the repository" in printed


def test_a_damaged_file_is_as_good_as_none(tmp_path: Path) -> None:
    """Cut off, or with a bit that has flipped."""
    store, page = PageStore(tmp_path), CachedPage("key", "<p>", [], None, [], {})
    store.save("a/b.md", page)
    path = tmp_path / "a/b.md.page"
    data = path.read_bytes()
    assert store.load("a/b.md") == page

    for damaged in (b"", data[:40], data[:-1], data[:-1] + b"\0"):
        path.write_bytes(damaged)
        assert store.load("a/b.md") is None


def test_a_library_of_another_version_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may make other pages of the same text."""
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "a-1.0.dist-info").mkdir()
    before = code_digest(tmp_path)
    (tmp_path / "a-1.0.dist-info").rename(tmp_path / "a-1.1.dist-info")

    assert code_digest(tmp_path) != before


def test_time_counts_as_far_as_pages_tell_it() -> None:
    """A page says how many days old a recording is."""
    build = narrowed(with_page(build_of(recording()), FENCE), PAGE)

    assert build_digest(replace(build, now=NOW + timedelta(seconds=1))) == build_digest(build)
    assert build_digest(replace(build, now=NOW + timedelta(days=1))) != build_digest(build)
