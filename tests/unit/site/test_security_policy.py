"""The policy of a page: what it allows, and where it stands."""

from __future__ import annotations

import hashlib
from base64 import b64encode

import pytest

from netdocs.site.security_policy import hashes_in, header_file, protect

HEAD = '<!doctype html>\n<html>\n<head>\n  <meta charset="utf-8">\n'


def sha(script: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_scripts_of_the_theme_are_allowed_by_their_hash() -> None:
    """Text as it stands, comments and line ends included; data and files are no scripts within the page."""
    html = f"""{HEAD}<script>\n one("<b>")\n</script></head><body><script>ü</script>
        <script src="a.js"></script><script type="application/json">{{}}</script></body>"""

    assert protect(html)[1] == {sha('\n one("<b>")\n'), sha("ü")}


@pytest.mark.parametrize("text", ["<script>evil</script>", "</article><script>evil</script><article>"])
def test_a_script_in_the_text_of_a_page_is_not_allowed(text: str) -> None:
    """Nor where it pretends to stand behind the text."""
    html = f"{HEAD}<script>own</script></head><article>{text}</article><script>last</script>"

    assert protect(html)[1] == {sha("own"), sha("last")}


def test_the_policy_stands_behind_the_encoding() -> None:
    """Browsers look for that in the first 1024 bytes, and keep to a policy from where it stands."""
    html = f"{HEAD}<script>own</script></head>"
    protected = protect(html)[0]

    assert protected.startswith(f'{HEAD.rstrip()}<meta http-equiv="Content-Security-Policy" content="default-src')
    assert protected.endswith('">\n<script>own</script></head>')
    assert protect("<html>\n<head><title>x</title>")[0].startswith("<html>\n<head><meta http-equiv")


def test_a_page_is_protected_once() -> None:
    """A second pass, as for a translation, changes nothing and finds the same scripts."""
    protected, hashes = protect(f"{HEAD}<script>own</script></head>")

    assert protect(protected) == (protected, hashes)


def test_the_header_holds_what_all_pages_need() -> None:
    """And what an element cannot say; a disk is no source of a host."""
    text = header_file([sha("b"), sha("a")])

    assert hashes_in(text) == {sha("a"), sha("b")}
    assert "frame-ancestors 'none'" in text
    assert "file:" not in text
    assert "frame-ancestors" not in protect(HEAD)[0]
