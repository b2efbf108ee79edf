"""Translations of what scenarios say, from a gettext catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from netdocs.build import parse_all
from netdocs.errors import AuthorError
from netdocs.i18n.message_files import catalogue_path, read_messages
from netdocs.i18n.messages import title_context
from netdocs.sources import read_scenarios
from support import ROOT

CATALOGUE = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "a"
msgid "It says hello."
msgstr "こんにちはと言います。"

#, fuzzy
msgctxt "b"
msgid "It says goodbye."
msgstr "こんばんはと言います。"

msgctxt "c"
msgid "It says nothing."
msgstr ""
"""


def project(root: Path, text: str) -> Path:
    path = catalogue_path(root, "ja")
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return root


def test_a_message_is_translated_in_its_context(tmp_path: Path) -> None:
    messages = read_messages(project(tmp_path, CATALOGUE), "ja")

    assert messages.translate("a", "It says hello.") == "こんにちはと言います。"
    assert messages.translate("z", "It says hello.") == ""


@pytest.mark.parametrize(
    ("context", "text"), [("a", "It says hi."), ("b", "It says goodbye."), ("c", "It says nothing.")]
)
def test_what_changed_is_fuzzy_or_empty_has_no_translation(tmp_path: Path, context: str, text: str) -> None:
    assert read_messages(project(tmp_path, CATALOGUE), "ja").translate(context, text) == ""


def test_a_language_without_a_catalogue_has_no_translations(tmp_path: Path) -> None:
    assert read_messages(tmp_path, "ja").texts == {}


@pytest.mark.parametrize("damage", ["<<<<<<< HEAD\n", 'msgid "a"\nmsgstr[x] "b"\n', "\ud800\n"])
def test_a_damaged_catalogue_is_named_with_its_line(tmp_path: Path, damage: str) -> None:
    root = project(tmp_path, CATALOGUE)
    catalogue_path(root, "ja").write_bytes((CATALOGUE + damage).encode(errors="surrogatepass"))
    with pytest.raises(AuthorError, match=r"locale/ja/claims\.po:\d+.*no gettext catalogue"):
        read_messages(root, "ja")


def test_every_claim_and_title_has_its_japanese() -> None:
    """A new sentence may wait for its translator, and then the proof page counts it; most must not."""
    messages = read_messages(ROOT, "ja")
    scenarios = parse_all(read_scenarios(ROOT))
    texts = {(claim.id, claim.sentence) for scenario in scenarios for claim in scenario.claims}
    texts |= {(title_context(scenario.session), scenario.title) for scenario in scenarios}
    missing = [text for text in texts if not messages.translate(*text)]

    assert len(missing) * 20 < len(texts), missing
