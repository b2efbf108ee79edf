"""Which sections of a translated page are older than the English."""

from __future__ import annotations

import pytest
from mkdocs.utils.meta import get_data

from netdocs.site.translations import TOP, digests, page_state, sections, stated_digests, with_digests

ENGLISH = (
    "---\nlearn: This.\n---\n# A page\n\nFirst.\n\n"
    "## What is `b`? { #b }\n\n```text\n# no heading\n```\n\n## End\n\nLast.\n"
)
JAPANESE = "---\nlearn: これ。\n---\n# ページ {#a-page}\n\n最初。\n\n## `b`とは {#b}\n\n## 終わり {#end}\n"


def test_a_page_is_told_apart_by_its_headings() -> None:
    assert list(sections(ENGLISH)) == [TOP, "a-page", "b", "end"]
    assert sections(ENGLISH)["end"] == "## End\n\nLast."
    assert sections(ENGLISH)["b"].endswith("# no heading\n```")


def test_a_heading_that_comes_twice_has_two_anchors() -> None:
    assert list(sections("## Same\n\n## Same\n")) == [TOP, "same", "same_1"]


def test_a_translation_is_current_until_the_english_changes() -> None:
    translation = with_digests(JAPANESE, ENGLISH)

    assert page_state(ENGLISH, translation).outdated == ()
    assert page_state(ENGLISH.replace("Last.", "Last!"), translation).outdated == ("end",)
    assert page_state(ENGLISH.replace("learn: This.", "learn: That."), translation).outdated == (TOP,)


def test_a_new_section_is_outdated_in_the_translation() -> None:
    assert page_state(ENGLISH + "\n## New\n", with_digests(JAPANESE, ENGLISH)).outdated == ("new",)


@pytest.mark.parametrize("text", [JAPANESE, "# ページ\n", with_digests(JAPANESE, "# Other\n")])
def test_stating_the_original_changes_nothing_else(text: str) -> None:
    """Written twice it is the same; the prose and the other front matter stay."""
    stated = with_digests(text, ENGLISH)

    assert stated_digests(stated) == digests(ENGLISH)
    assert with_digests(stated, ENGLISH) == stated
    body, meta = get_data(text)
    assert get_data(stated)[0].strip() == body.strip()
    assert get_data(stated)[1].get("learn") == meta.get("learn")


@pytest.mark.parametrize("front_matter", ["", "---\ntranslated: yes\n---\n", "---\ntranslated: [a]\n---\n"])
def test_a_page_may_say_nothing_of_its_original(front_matter: str) -> None:
    assert stated_digests(f"{front_matter}# Page\n") == {}
