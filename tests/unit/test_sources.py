"""Sources: pages and scenarios as they are on disk."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from netdocs.errors import AuthorError
from netdocs.sources import read_pages, read_scenarios, untranslated


def write(path: Path, text: str = "x\n") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def reported(read: Callable[[], object]) -> list[tuple[str, str]]:
    """Place and message of every problem."""
    with pytest.raises(AuthorError) as caught:
        read()
    return [(problem.location, problem.message) for problem in caught.value.problems]


def locations(read: Callable[[], object]) -> list[str]:
    return [location for location, _ in reported(read)]


def test_scenarios_are_the_scripts_one_folder_deep(tmp_path: Path) -> None:
    """Other files are none; the order is that of names."""
    for name in ("b/x.sh", "b/x.py", "a/y.sh", "a/README.md", "README.md"):
        write(tmp_path / "snippets" / name)

    assert ["snippets/a/y.sh", "snippets/b/x.py", "snippets/b/x.sh"] == list(read_scenarios(tmp_path))


def test_line_ends_are_newlines(tmp_path: Path) -> None:
    """A checkout on Windows reads the same."""
    (tmp_path / "snippets" / "a").mkdir(parents=True)
    (tmp_path / "snippets" / "a" / "b.sh").write_bytes("é\r\ntrue\r\n".encode())

    assert {"snippets/a/b.sh": "é\ntrue\n"} == read_scenarios(tmp_path)


def test_pages_are_found_at_any_depth(tmp_path: Path) -> None:
    """Their paths begin at the project's root."""
    for name in ("index.md", "drivers/bridge.md", "assets/a.svg"):
        write(tmp_path / "docs" / "en" / name)

    assert ["docs/en/drivers/bridge.md", "docs/en/index.md"] == list(read_pages(tmp_path, tmp_path / "docs" / "en"))


def test_a_project_may_be_empty(tmp_path: Path) -> None:
    """No folder, no files, no error."""
    assert {} == read_scenarios(tmp_path)
    assert {} == read_pages(tmp_path, tmp_path / "docs")


@pytest.mark.parametrize("name", ["snippets/top.sh", "snippets/a/b/c.sh", "snippets/a/b.sh/c.py"])
def test_a_scenario_in_another_place_is_told(tmp_path: Path, name: str) -> None:
    """It would never be played, and nobody would know."""
    write(tmp_path / name)

    assert [name] == locations(lambda: read_scenarios(tmp_path))


@pytest.mark.parametrize("name", [".#x.{}", "._x.{}", ".x.{}.swp", "x.{}~", "#x.{}#", ".drafts/idea.{}"])
def test_files_of_editors_are_ignored(tmp_path: Path, name: str) -> None:
    """Locks, swap files, backups and hidden folders are no sources, as MkDocs has it."""
    for folder, ending in (("docs/en", "md"), ("snippets/a", "sh")):
        path = tmp_path / folder / name.format(ending)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\xff")
    (tmp_path / "docs" / "en" / ".#lock.md").symlink_to("somebody@machine.17")

    assert {} == read_scenarios(tmp_path)
    assert {} == read_pages(tmp_path, tmp_path / "docs" / "en")


def test_a_folder_may_be_named_like_a_file(tmp_path: Path) -> None:
    """It is walked like any other."""
    write(tmp_path / "docs" / "en" / "dir.md" / "page.md")
    (tmp_path / "snippets" / "a" / "b.sh").mkdir(parents=True)

    assert ["docs/en/dir.md/page.md"] == list(read_pages(tmp_path, tmp_path / "docs" / "en"))
    assert {} == read_scenarios(tmp_path)


def test_text_in_another_encoding_is_told_with_its_place(tmp_path: Path) -> None:
    """File, line, and the byte: every such file at once."""
    for name in ("a.md", "b.md"):
        write(tmp_path / "docs" / name)
        (tmp_path / "docs" / name).write_bytes(b"# P\n\ncaf\xe9\n")
    with pytest.raises(AuthorError) as caught:
        read_pages(tmp_path, tmp_path / "docs")

    assert ["docs/a.md:3", "docs/b.md:3"] == [problem.location for problem in caught.value.problems]
    assert "byte 0xe9, the line's byte 4 (invalid continuation byte)" == caught.value.problems[0].actual


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    """MkDocs drops it too."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_bytes(b"\xef\xbb\xbf# A\n")

    assert {"docs/a.md": "# A\n"} == read_pages(tmp_path, tmp_path / "docs")


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("../../outside.md", "this link leads out of the project"),
        ("/etc", "this link leads out of the project"),
        ("nowhere.md", "this link leads nowhere"),
        ("link.md", "this link leads nowhere"),
        (".", "this link leads to the folder it is in"),
        ("..", "this link leads to the folder it is in"),
    ],
)
def test_a_link_that_leads_astray_is_told(tmp_path: Path, target: str, message: str) -> None:
    """What it leads to would be published, or never end."""
    write(tmp_path / "outside.md")
    root = tmp_path / "project"
    for folder in ("docs", "snippets"):
        (root / folder).mkdir(parents=True)
        (root / folder / "link.md").symlink_to(target)

    assert [("docs/link.md", message)] == reported(lambda: read_pages(root, root / "docs"))
    assert [("snippets/link.md", message)] == reported(lambda: read_scenarios(root))


def test_a_link_within_the_project_is_followed(tmp_path: Path) -> None:
    """Two pages may be one file."""
    write(tmp_path / "docs" / "a.md", "A\n")
    (tmp_path / "docs" / "b.md").symlink_to("a.md")

    assert {"docs/a.md": "A\n", "docs/b.md": "A\n"} == read_pages(tmp_path, tmp_path / "docs")


def test_a_translation_lacks_what_is_not_there(tmp_path: Path) -> None:
    """Files of editors in the original are nothing to translate."""
    for name in ("en/a.md", "en/b/c.md", "en/.b.md.swp", "ja/a.md"):
        write(tmp_path / "docs" / name)
    original = tmp_path / "docs" / "en"

    assert {"b/c.md": original / "b" / "c.md"} == untranslated(tmp_path / "docs" / "ja")
    assert {} == untranslated(original)


def test_a_link_beside_the_pages_is_checked_as_well(tmp_path: Path) -> None:
    """What pages include, and templates, are published too."""
    write(tmp_path / "secret.md")
    root = tmp_path / "project"
    write(root / "docs" / "en" / "a.md")
    (root / "docs" / "includes").mkdir()
    (root / "docs" / "includes" / "glossary.md").symlink_to(tmp_path / "secret.md")

    expected = [("docs/includes/glossary.md", "this link leads out of the project")]
    assert expected == reported(lambda: read_pages(root, root / "docs" / "en"))


@pytest.mark.parametrize("name", ["page.md", "a.sh", "a.svg"])
@pytest.mark.timeout(10)
def test_a_pipe_is_no_file(tmp_path: Path, name: str) -> None:
    """Reading one would wait for ever."""
    for folder in ("docs", "snippets"):
        (tmp_path / folder).mkdir()
        os.mkfifo(tmp_path / folder / name)

    message = "this is a pipe, a socket or a device"
    assert [(f"docs/{name}", message)] == reported(lambda: read_pages(tmp_path, tmp_path / "docs"))
    assert [(f"snippets/{name}", message)] == reported(lambda: read_scenarios(tmp_path))


def test_a_file_that_is_too_large_is_told(tmp_path: Path) -> None:
    """Before it is read."""
    write(tmp_path / "docs" / "a.md")
    with (tmp_path / "docs" / "a.md").open("r+b") as file:
        file.truncate(1 << 40)

    assert [("docs/a.md", "this file is too large")] == reported(lambda: read_pages(tmp_path, tmp_path / "docs"))


def test_what_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder, or a file in it; root may read all, so the answer is the system's in name only."""
    write(tmp_path / "docs" / "a.md")

    def refuse(path: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert [("docs/a.md", "this file cannot be read")] == reported(lambda: read_pages(tmp_path, tmp_path / "docs"))
    monkeypatch.setattr(Path, "iterdir", refuse)
    assert [("docs", "this folder cannot be read")] == reported(lambda: read_pages(tmp_path, tmp_path / "docs"))


@pytest.mark.parametrize("name", ["evil.html", "evil.js", "evil.HTM", "evil", "evil.xhtml", "evil.css"])
def test_what_a_browser_would_run_is_not_published(tmp_path: Path, name: str) -> None:
    """MkDocs copies every file that is no page as it is."""
    write(tmp_path / "docs" / name)

    assert [(f"docs/{name}", "a file of this kind is not published")] == reported(
        lambda: read_pages(tmp_path, tmp_path / "docs")
    )


@pytest.mark.parametrize("name", ["a\x1b[2J.md", "a\u202edm.b", "a\nb.md", "a\x9b.md"])
def test_a_name_that_cannot_be_seen_is_told(tmp_path: Path, name: str) -> None:
    """It would be printed, and published."""
    write(tmp_path / "docs" / name)

    message = "a character of this name cannot be seen"
    assert [(f"docs/{name}", message)] == reported(lambda: read_pages(tmp_path, tmp_path / "docs"))


def test_text_that_cannot_be_seen_is_told_with_its_line(tmp_path: Path) -> None:
    """What reorders characters shows a reviewer another page than readers get."""
    write(tmp_path / "docs" / "a.md", "# A\n\nb \u202ec\u202c\n\x1b[31md\n")

    assert ["docs/a.md:3", "docs/a.md:4"] == locations(lambda: read_pages(tmp_path, tmp_path / "docs"))


def test_a_link_of_an_editor_is_a_link(tmp_path: Path) -> None:
    """A builder copies `page~` like any other file, unless it is told not to."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "page.md~").symlink_to("/etc/passwd")

    assert [("docs/page.md~", "this link leads out of the project")] == reported(
        lambda: read_pages(tmp_path, tmp_path / "docs")
    )


@pytest.mark.parametrize(
    "paragraph",
    ["[" * 20000, "[" * 20000 + "x" + "]" * 20000, "[a\n" * 5000, " ".join("`" * n for n in range(1, 800))],
)
def test_a_paragraph_that_markdown_reads_for_minutes_is_refused(tmp_path: Path, paragraph: str) -> None:
    """With the line where it begins; each open bracket makes it look through the rest."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text(f"# A\n\nText.\n\n{paragraph}\n", encoding="utf-8")
    ((location, message),) = reported(lambda: read_pages(tmp_path, tmp_path / "docs"))

    assert location == "docs/a.md:5"
    assert "that nothing ends" in message


def test_many_links_are_no_problem(tmp_path: Path) -> None:
    """However many there are, each ends before the next begins."""
    (tmp_path / "docs").mkdir()
    text = "- [a](b) `c` ``d`` [[ 1 ]]\n" * 3000
    (tmp_path / "docs" / "a.md").write_text(text, encoding="utf-8")

    assert {"docs/a.md": text} == read_pages(tmp_path, tmp_path / "docs")


@pytest.mark.parametrize("text", ["a \u202eb", "a &#x202e;b", "a &#8238;b", "a &rlm; b", "a &lrm; b", "&#x9b;31m \x9b"])
def test_what_reorders_a_page_is_told(tmp_path: Path, text: str) -> None:
    """As it is, or as a reference that a browser turns into it."""
    write(tmp_path / "docs" / "a.md", f"# A\n\n{text}\n")

    message = "a character here cannot be seen, or reorders what can"
    assert [("docs/a.md:3", message)] == reported(lambda: read_pages(tmp_path, tmp_path / "docs"))
