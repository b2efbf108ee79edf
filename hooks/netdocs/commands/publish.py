"""`make publish`: the built site as a folder that any server of files can serve. Effects."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

from netdocs.errors import AuthorError, Diagnostic
from netdocs.site.output import write

log = logging.getLogger(f"mkdocs.hooks.{__name__}")

MARK = "# Written by `make publish`."
"""The first line of the file for crawlers, by which a folder of ours is known."""

FOLDER_MODE, FILE_MODE = 0o755, 0o644


def publish(site: Path, folder: Path, address: str) -> None:
    """Put the site in the place of what was published into the folder before; AuthorError if that holds anything else.

    `address` is where it will be served, ending in a slash, or empty.
    """
    check_address(address)
    languages = sorted(path.parent.name for path in site.glob("*/index.html"))
    if not languages:
        raise AuthorError(Diagnostic(str(site), "there is no built site", "build it first: `make site`"))
    _make_room(site, folder)
    shutil.copytree(site, folder, symlinks=False)
    files = {"robots.txt": robots(address)}
    if address:
        files["sitemap.xml"] = sitemap_index(address, languages)
    write(folder, files)
    _let_all_read(folder)
    log.info(f"{folder}/ can be served{f' at {address}' if address else ''}: {', '.join(languages)}")


def check_address(address: str) -> None:
    """AuthorError for an address that pages could not name."""
    parts = urlsplit(address)
    if address and (parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment):
        hint = "write it as readers will: SITE_URL=https://docs.example/net/"
        raise AuthorError(Diagnostic("SITE_URL", "this is no address of a site", hint, actual=repr(address)))


def _make_room(site: Path, folder: Path) -> None:
    """Remove what was published before; nothing else is ever removed."""
    if site.resolve().is_relative_to(folder.resolve()) or folder.resolve().is_relative_to(site.resolve()):
        hint = "name a folder of its own: DIR=public"
        raise AuthorError(Diagnostic("DIR", "this folder is the built site's, or holds it", hint, actual=str(folder)))
    if not folder.exists():
        return
    mark = folder / "robots.txt"
    is_published_site = mark.is_file() and mark.read_text(encoding="utf-8", errors="replace").startswith(MARK)
    if not folder.is_dir() or (any(folder.iterdir()) and not is_published_site):
        hint = "name another folder, or empty this one"
        raise AuthorError(Diagnostic("DIR", "something else is in this folder", hint, actual=str(folder)))
    shutil.rmtree(folder)


def _let_all_read(folder: Path) -> None:
    """Let a server of another user read everything, whatever the umask of whoever published it."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(FOLDER_MODE if path.is_dir() else FILE_MODE)


def robots(address: str) -> str:
    """`robots.txt`: everything may be read; where the sitemap is, if the site's address is known."""
    sitemap = [f"Sitemap: {address}sitemap.xml"] if address else []
    return "\n".join([MARK, "User-agent: *", "Allow: /", *sitemap, ""])


def sitemap_index(address: str, languages: Iterable[str]) -> str:
    """`sitemap.xml` at the root: where each language has its own."""
    index = Element("sitemapindex", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    for language in languages:
        SubElement(SubElement(index, "sitemap"), "loc").text = f"{address}{language}/sitemap.xml"
    return tostring(index, "unicode", xml_declaration=False) + "\n"
