"""What search looks through."""

from __future__ import annotations

import pytest

from netdocs.site.search_text import improved


def entry(text: str, location: str = "a/", title: str = "T") -> dict[str, str]:
    return {"location": location, "title": title, "text": text}


@pytest.mark.parametrize(
    "noise",
    ["&lt;BROADCAST,MULTICAST,UP,LOWER_UP&gt;", "02:42:ac:11:00:02", "0a1b2c3d4e5f", "qlen", "valid_lft"],
)
def test_noise_is_left_out(noise: str) -> None:
    """What every output has, nobody looks for."""
    (cleaned,) = improved([entry(f"before {noise} after")], {})

    assert cleaned["text"].split() == ["before", "after"]


@pytest.mark.parametrize("word", ["172.17.0.1", "docker0", "deadbeef", "&lt;name&gt;", "multicast"])
def test_words_stay(word: str) -> None:
    """Also those that look a little like noise."""
    (cleaned,) = improved([entry(f"before {word} after")], {})

    assert cleaned["text"].split() == ["before", word, "after"]


def test_what_both_tabs_print_is_there_once() -> None:
    """A word is no better for being printed by two dialects."""
    (cleaned,) = improved([entry("one\ntwo\none\n")], {})

    assert cleaned["text"] == "one\ntwo"


def test_synonyms_go_to_the_page_and_not_to_its_sections() -> None:
    """A section stands for itself."""
    page, section = improved([entry("x"), entry("x", "a/#s")], {"a/": ["static ip"]})

    assert page["synonyms"] == "static ip"
    assert "synonyms" not in section


def test_ends_of_katakana_compounds_can_be_looked_for() -> None:
    """Those that may be words: none begins with a small letter or a long vowel."""
    (cleaned,) = improved([entry("ブリッジネットワークとポート")], {})

    assert {"ネットワーク", "リッジネットワーク"} <= set(cleaned["synonyms"].split())
    assert not any(end[0] in "ッーャュョァィゥェォ" for end in cleaned["synonyms"].split())


def test_ends_of_synonyms_can_be_looked_for_too() -> None:
    """ネームスペース finds the page whose synonym is ネットワークネームスペース."""
    (page,) = improved([entry("x")], {"a/": ["ネットワークネームスペース"]})

    assert "ネームスペース" in page["synonyms"].split()
