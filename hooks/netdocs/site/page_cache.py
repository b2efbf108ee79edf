"""The cache of finished pages, each with the digest of all that it was made of. Effects."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from netdocs.page.page_inputs import plain

ENDING = ".page"
_SUM_BYTES = hashlib.sha256().digest_size


class CachedPage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a page's Markdown became."""

    key: str
    """Digest of all that it was made of."""
    html: str
    toc: list[dict[str, Any]]
    """Its headings as Python-Markdown's `toc` lists them."""
    title: str | None
    anchors: list[str]
    links: dict[str, dict[str, str]]
    """Fragments it links to, by the page they are on, each with the link as it was written."""
    markdown: str = ""
    """As machines read it, without what the theme adds below its title."""
    finished: Finished | None = None
    """The page with the theme around it, if it came to that."""


class Finished(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A page as it was written into the site."""

    key: str
    """Digest of all that it was made of, its content among it."""
    html: str
    script_hashes: list[str]
    search: list[dict[str, Any]]
    """Its entries in the search index."""


def toc_token(heading: Any) -> dict[str, Any]:
    """A heading of MkDocs' table of contents as Python-Markdown's `toc` lists it."""
    children = [toc_token(child) for child in heading.children]
    return {"name": heading.title, "id": heading.id, "level": heading.level, "children": children}


@dataclass(frozen=True, slots=True)
class PageStore:
    """A folder with a file for each page of a site, and so no larger than the site."""

    root: Path

    def load(self, name: str) -> CachedPage | None:
        """What is kept of a page; nothing if that cannot be read or is damaged."""
        try:
            data = self._path(name).read_bytes()
            if hashlib.sha256(data[_SUM_BYTES:]).digest() != data[:_SUM_BYTES]:
                return None
            return msgspec.msgpack.decode(data[_SUM_BYTES:], type=CachedPage)
        except (OSError, msgspec.MsgspecError, ValueError):
            return None

    def save(self, name: str, page: CachedPage) -> None:
        """Keep a page, whole or not at all; where the disk does not take it, the next build makes it again."""
        data, path = msgspec.msgpack.encode(page, enc_hook=plain), self._path(name)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(hashlib.sha256(data).digest() + data)
                Path(temporary).replace(path)
            finally:
                Path(temporary).unlink(missing_ok=True)

    def keep_only(self, names: Collection[str]) -> None:
        """Remove what is no page of the site any more."""
        current = {self._path(name) for name in names}
        with suppress(OSError):
            for path in self.root.rglob("*"):
                if path.is_file() and path not in current:
                    path.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self.root / f"{name}{ENDING}"


@dataclass(slots=True)
class SiteCache:
    """What one build has from an earlier one, and leaves to the next."""

    store: PageStore
    templates: Path
    """Where templates are kept compiled."""
    base: str
    """Digest of what every page is made of."""
    pages: dict[str, CachedPage] = field(default_factory=dict)
    """By their path below the documents' folder: those that are as they were, and those made anew."""
    changed: set[str] = field(default_factory=set)
    """Those made anew."""
    keys: dict[str, str] = field(default_factory=dict)
    """The digest of each page with the theme around it."""
    search: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """What each page has put into the search index."""
    protected: dict[Path, list[str]] = field(default_factory=dict)
    """Files that have their policy already, and the hashes of the scripts that it allows."""

    @property
    def markdown(self) -> dict[str, str]:
        """What each page is as Markdown, without what the theme adds below its title."""
        return {name: page.markdown for name, page in self.pages.items()}

    def compiled(self) -> str:
        """The folder of compiled templates; empty where the disk does not take it."""
        with suppress(OSError):
            self.templates.mkdir(parents=True, exist_ok=True)
        return str(self.templates) if os.access(self.templates, os.W_OK) else ""

    def finished(self, name: str) -> Finished | None:
        """The page with the theme around it, if that was kept and all that it was made of is the same."""
        page = self.pages.get(name)
        return page.finished if page and page.finished and page.finished.key == self.keys.get(name) else None

    def add(self, name: str, page: CachedPage) -> None:
        """Keep a page that was made anew."""
        self.pages[name] = page
        self.changed.add(name)

    def finish(self, name: str, finished: Finished) -> None:
        """Keep what the theme made of a page, if the page can be kept."""
        if name in self.pages:
            self.add(name, msgspec.structs.replace(self.pages[name], finished=finished))

    def save(self) -> None:
        """Leave the pages to the next build, and none that is gone."""
        for name in self.changed:
            self.store.save(name, self.pages[name])
        self.store.keep_only(self.pages)
