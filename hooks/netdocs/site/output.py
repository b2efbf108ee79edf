"""The folder a site is built into. Effects."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from netdocs.site.search_text import improved
from netdocs.site.security_policy import hashes_in, header_file, protect
from netdocs.sources import SOURCE_LANGUAGE

HEADERS = "_headers"
"""Where Netlify and Cloudflare Pages look for the headers of a site: at its root."""


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write each text at its path below the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def split_search_index(folder: Path, synonyms: Mapping[str, Sequence[str]]) -> None:
    """Put the search index into the script that is loaded when somebody searches.

    Material's script reads search_index.json with every page. It stays, but holds only the configuration.
    """
    path = folder / "search" / "search_index.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    full_index = {**index, "docs": improved(index["docs"], synonyms)}
    text = json.dumps(full_index, ensure_ascii=False, separators=(",", ":"))
    settings = json.dumps({**index, "docs": []}, ensure_ascii=False, separators=(",", ":"))
    write(folder, {"search/search_index.js": f"var __index={text};\n", "search/search_index.json": settings})


def protect_pages(folder: Path, language: str, protected: Mapping[Path, Sequence[str]] | None = None) -> None:
    """Give each page of this language its Content-Security-Policy, and hosts the same as a header.

    Pages that are `protected` have theirs, which allows these hashes.

    The site's root is above the folder if that is named after the language. There the original, which is built first,
    begins the list of what is allowed, and translations add to it.
    """
    root = folder.parent if folder.name == language else folder
    headers = root / HEADERS
    adds = folder != root and language != SOURCE_LANGUAGE and headers.is_file()
    allowed = set(hashes_in(headers.read_text(encoding="utf-8"))) if adds else set()
    done = protected or {}
    allowed.update(*done.values())
    for path in {*folder.rglob("*.html"), *root.glob("*.html")} - done.keys():
        html = path.read_text(encoding="utf-8")
        with_policy, hashes = protect(html)
        allowed |= hashes
        if with_policy != html:
            path.write_text(with_policy, encoding="utf-8")
    write(root, {HEADERS: header_file(allowed)})
