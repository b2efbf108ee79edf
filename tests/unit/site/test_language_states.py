"""How far each language is, read from the files of a project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factories import NOW
from netdocs.commands.translations import list_translations
from netdocs.i18n.messages import MessageCounts
from netdocs.scenario.parser import parse
from netdocs.site.language_states import language_states
from netdocs.site.site import Options, open_site
from netdocs.site.translations import with_digests

Write = Callable[[str, str], Path]

ENGLISH = "# A page\n\n## Why?\n\nBecause.\n"
SHELL = "# Bridge.\n# %% _start\ntrue\n# claim a: There is a bridge.\ntrue\n"
CATALOGUE = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgctxt "a"\nmsgid "{}"\nmsgstr "橋。"\n'


@pytest.fixture
def root(tmp_path: Path, write: Write) -> Path:
    """A project with four English pages and three Japanese ones."""
    for name in ("index", "older", "mute", "missing"):
        write(f"docs/en/{name}.md", ENGLISH)
    write("docs/ja/index.md", with_digests("# ページ\n\n## なぜ {#why}\n", ENGLISH))
    write("docs/ja/older.md", with_digests("# 前の\n", ENGLISH.replace("Because", "As")))
    write("docs/ja/mute.md", "# 何も\n")
    write("snippets/bridge/default.sh", SHELL)
    write("locale/ja/claims.po", CATALOGUE.format("There is a bridge."))
    return tmp_path


def test_each_page_of_each_language_has_a_state(root: Path) -> None:
    (state,) = language_states(root, root / "docs", [parse("snippets/bridge/default.sh", SHELL)])

    assert (state.language, state.name) == ("ja", "日本語")
    assert {page.name: (page.title, page.status, page.outdated) for page in state.pages} == {
        "index.md": ("ページ", "current", ()),
        "older.md": ("前の", "outdated", (("why", "Why?"),)),
        "mute.md": ("何も", "unstated", ()),
        "missing.md": ("", "missing", ()),
    }
    assert state.messages == MessageCounts(translated=1, missing=1)


def test_a_sentence_that_has_changed_is_told_from_one_without_a_translation(root: Path, write: Write) -> None:
    """Whether or not `make translations` has marked it."""
    write("locale/ja/claims.po", CATALOGUE.format("There is one bridge."))
    (state,) = language_states(root, root / "docs", [parse("snippets/bridge/default.sh", SHELL)])

    assert state.messages == MessageCounts(changed=1, missing=1)


def test_the_command_says_the_same(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """With the command that would settle a page that does not say what it was made from."""
    list_translations(root)
    output = "".join(capfd.readouterr())

    assert "ja: of 4 pages, 1 are made from the English of today, 2 from an older one, and 1 are missing." in output
    assert "docs/ja/missing.md: not translated yet\n" in output
    assert "older.md#why: the English is newer\n" in output
    assert "mute.md: does not say which English it was made from (make translations UPDATE=mute)\n" in output
    assert "index.md" not in output


def test_a_build_counts_only_for_a_page_that_shows_it(root: Path, write: Write) -> None:
    """Which may be in any language."""
    (root / "snippets" / "bridge" / "default.sh").unlink()  # it has no recording

    def counted(language: str) -> list[str]:
        options = Options(root, root / "docs" / language, language)
        return [state.language for state in open_site(options, {"NETDOCS_MODE": "recorded"}, NOW).build.translations]

    assert counted("en") == counted("ja") == []
    write("docs/en/state.md", '# State\n\n```markdown exec="on" show="translations"\n```\n')
    assert counted("en") == counted("ja") == ["ja"]
