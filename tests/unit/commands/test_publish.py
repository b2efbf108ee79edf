"""Publishing: the built site in a folder of its own, and nothing else ever removed."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from netdocs.commands.publish import publish
from netdocs.errors import AuthorError

Write = Callable[[str, str], Path]
ADDRESS = "https://docs.example/net/"


@pytest.fixture
def site(write: Write) -> Path:
    """A built site in two languages."""
    for name in ("index.html", "404.html", "_headers", "en/index.html", "ja/index.html", "en/guides/names/index.html"):
        write(f"site/{name}", name)
    return write("site/en/sitemap.xml", "<urlset/>").parents[1]


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_folder_has_the_site_and_what_crawlers_ask_for(site: Path, tmp_path: Path) -> None:
    publish(site, tmp_path / "public", ADDRESS)

    assert sorted([*files(site), "robots.txt", "sitemap.xml"]) == files(tmp_path / "public")
    robots = (tmp_path / "public" / "robots.txt").read_text(encoding="utf-8")
    assert robots.endswith("User-agent: *\nAllow: /\nSitemap: https://docs.example/net/sitemap.xml\n")
    index = ET.fromstring((tmp_path / "public" / "sitemap.xml").read_text(encoding="utf-8"))  # noqa: S314
    assert [f"{ADDRESS}en/sitemap.xml", f"{ADDRESS}ja/sitemap.xml"] == [
        location.text for location in index.iterfind("{*}sitemap/{*}loc")
    ]


def test_a_server_of_another_user_can_read_it(site: Path, tmp_path: Path) -> None:
    """Also where the umask of whoever built and published it keeps files to themselves."""
    (site / "en" / "index.html").chmod(0o600)
    before = os.umask(0o077)
    try:
        publish(site, tmp_path / "public", ADDRESS)
    finally:
        os.umask(before)

    published = [tmp_path / "public", *(tmp_path / "public").rglob("*")]
    assert {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in published} == {(True, 0o755), (False, 0o644)}


def test_without_an_address_there_is_no_sitemap(site: Path, tmp_path: Path) -> None:
    """It would have to name addresses."""
    publish(site, tmp_path / "public", "")

    assert "sitemap.xml" not in files(tmp_path / "public")
    assert "Sitemap" not in (tmp_path / "public" / "robots.txt").read_text(encoding="utf-8")


def test_publishing_again_leaves_nothing_of_before(site: Path, tmp_path: Path) -> None:
    publish(site, tmp_path / "public", ADDRESS)
    (site / "en" / "guides" / "names" / "index.html").unlink()
    publish(site, tmp_path / "public", ADDRESS)

    assert "en/guides/names/index.html" not in files(tmp_path / "public")


@pytest.mark.parametrize("folder", ["home", "", "site", "site/en", "site/index.html", "home/robots.txt"])
def test_what_is_not_ours_is_never_removed(site: Path, tmp_path: Path, write: Write, folder: str) -> None:
    """Somebody's folder, the project, the built site, a file."""
    write("home/robots.txt", "User-agent: *\n")
    write("home/thesis.txt", "x")
    before = files(tmp_path)
    with pytest.raises(AuthorError, match="DIR: "):
        publish(site, tmp_path / folder, ADDRESS)

    assert before == files(tmp_path)


def test_an_empty_folder_is_room_enough(site: Path, tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    publish(site, tmp_path / "public", ADDRESS)

    assert "robots.txt" in files(tmp_path / "public")


@pytest.mark.parametrize(
    "address", ["docs.example", "ftp://docs.example/", "https:///net/", "https://docs.example/?a/"]
)
def test_what_is_no_address_is_told(site: Path, tmp_path: Path, address: str) -> None:
    with pytest.raises(AuthorError, match="SITE_URL: this is no address of a site"):
        publish(site, tmp_path / "public", address)


def test_nothing_built_is_told(tmp_path: Path) -> None:
    with pytest.raises(AuthorError, match="there is no built site"):
        publish(tmp_path / "site", tmp_path / "public", "")
