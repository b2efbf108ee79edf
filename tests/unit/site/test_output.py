"""What is written into a built site."""

from __future__ import annotations

from pathlib import Path

from netdocs.site.output import protect_pages
from netdocs.site.security_policy import hashes_in


def _page(path: Path, script: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"<head><script>{script}</script></head>", encoding="utf-8")


def _allowed(root: Path) -> int:
    return len(hashes_in((root / "_headers").read_text(encoding="utf-8")))


def test_every_language_has_its_part_in_one_header(tmp_path: Path) -> None:
    """The original begins it, a translation adds to it; built anew, nothing old is left."""
    _page(tmp_path / "index.html", "root")
    _page(tmp_path / "en" / "a" / "index.html", "a")
    _page(tmp_path / "ja" / "index.html", "b")
    protect_pages(tmp_path / "en", "en")
    assert _allowed(tmp_path) == 2
    protect_pages(tmp_path / "ja", "ja")
    assert _allowed(tmp_path) == 3
    protect_pages(tmp_path / "en", "en")

    assert _allowed(tmp_path) == 2
    for page in tmp_path.rglob("*.html"):
        assert page.read_text(encoding="utf-8").count("Content-Security-Policy") == 1


def test_a_site_of_one_language_has_its_header_within(tmp_path: Path) -> None:
    """Nothing is written beside the folder a builder was given."""
    _page(tmp_path / "site" / "index.html", "a")
    protect_pages(tmp_path / "site", "en")

    assert _allowed(tmp_path / "site") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
