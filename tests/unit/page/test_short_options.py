"""Short options that no line may end in, in inline code and in sentences without markup."""

from __future__ import annotations

import pytest

from netdocs.page.short_options import option_parts


def test_no_line_ends_in_a_short_option() -> None:
    """In Japanese no space stands before it, where a browser would see that the hyphens belong to it."""
    assert option_parts("コンテナには--ip-rangeと-pを、docker-proxyには何も") == [
        ("コンテナには", False),
        ("--ip-range", True),
        ("と", False),
        ("-p", True),
        ("を、docker-proxyには何も", False),
    ]


@pytest.mark.parametrize("option", ["-p", "-4", "--icc=false", "-p8080:80", "--ip-range"])
def test_an_option_is_one_part(option: str) -> None:
    assert option_parts(f"({option}).") == [("(", False), (option, True), (").", False)]


@pytest.mark.parametrize("text", ["docker-proxy", "a-b-c", "--", "a - b", "--a-very-long-option-indeed"])
def test_anything_else_is_text(text: str) -> None:
    assert option_parts(text) == [(text, False)]
