"""`make page`: the beginnings of a page, which can be built at once. Effects."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from netdocs.errors import AuthorError, Diagnostic
from netdocs.lab.engines import DEFAULT_ENGINE
from netdocs.recording.fingerprint import digest
from netdocs.recording.model import Fingerprint, Recording
from netdocs.recording.store import Store

log = logging.getLogger(f"mkdocs.hooks.{__name__}")

TEMPLATES = Path(__file__).parent / "scaffold"
CONFIG = "mkdocs.yml"
_HINT = "write NAME=section/page in small letters, digits and hyphens: NAME=guides/inspect"


def new_page(root: Path, name: str, title: str, now: datetime) -> tuple[str, ...]:
    """Write page, scenario in both dialects, a recording that says it was not played, the entry in the navigation.

    The paths that were written; AuthorError, and nothing is written, where the name or title will not do or is taken.
    """
    name = name.removeprefix("docs/en/").removesuffix(".md")  # as whoever thinks of the file says it
    match = re.fullmatch(r"([a-z0-9]+(?:-[a-z0-9]+)*)/([a-z0-9]+(?:-[a-z0-9]+)*)", name)
    if match is None:
        raise AuthorError(Diagnostic("NAME", "this is no name for a page", _HINT, actual=repr(name)))
    page = match[2]
    texts = _texts(name, page, _title(title, page))
    if existing := [path for path in (f"docs/en/{name}.md", f"snippets/{page}") if (root / path).exists()]:
        raise AuthorError(Diagnostic(existing[0], "this is there already", "choose another NAME="))
    config = add_to_navigation((root / CONFIG).read_text(encoding="utf-8"), name)
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    (root / CONFIG).write_text(config, encoding="utf-8")
    store = Store(root / "recordings")
    recordings = list(_not_played(page, texts, now))
    for recording in recordings:
        store.save(recording)
    written = [f"recordings/{recording.engine}/{recording.scenario}.json" for recording in recordings]
    return (*texts, *written, CONFIG)


def _title(title: str, page: str) -> str:
    title = title.strip() or page.replace("-", " ").capitalize()
    if "\n" in title or title.startswith("#"):
        hint = 'write the question that the page answers: TITLE="How do I inspect a network?"'
        raise AuthorError(Diagnostic("TITLE", "this is no title of a page", hint, "one line", repr(title)))
    return title


def _texts(name: str, page: str, title: str) -> dict[str, str]:
    templates = {
        f"docs/en/{name}.md": "page.md",
        f"snippets/{page}/first.sh": "first.sh",
        f"snippets/{page}/first.py": "first.py.txt",
    }
    texts = {path: (TEMPLATES / template).read_text(encoding="utf-8") for path, template in templates.items()}
    return {path: text.replace("PAGE-NAME", page).replace("PAGE-TITLE", title) for path, text in texts.items()}


def _not_played(page: str, texts: Mapping[str, str], now: datetime) -> Iterator[Recording]:
    """What stands in for a recording until there is one: a page without engine says so, rather than not be built."""
    for path, text in texts.items():
        if path.startswith("snippets/"):
            yield Recording(
                scenario=path.removeprefix("snippets/"),
                engine=DEFAULT_ENGINE,
                version="",
                kernel="",
                recorded_at=now.strftime("%Y-%m-%dT%H:%M:%SZ"),
                seconds=0.0,
                fingerprint=Fingerprint(digest(text), "", ""),
                skipped_reason=f"it has not been recorded yet; make record ENGINE=all ONLY={page} does it",
            )


def add_to_navigation(config: str, name: str) -> str:
    """`mkdocs.yml` with the page behind the last one of its section; AuthorError where there is no such section."""
    entry = re.compile(r"^( +- )(?:[^:\n]+: )?([a-z0-9-]+)/[^/\n]+\.md *$", re.MULTILINE)
    section = name.partition("/")[0]
    entries = [match for match in entry.finditer(config) if match[2] == section]
    if not entries:
        sections = ", ".join(dict.fromkeys(match[2] for match in entry.finditer(config)))
        hint = "choose one of those expected, or begin the section in nav by hand"
        raise AuthorError(Diagnostic(CONFIG, "no section of the navigation has such pages", hint, sections, section))
    last = entries[-1]
    return f"{config[: last.end()]}\n{last[1]}{name}.md{config[last.end() :]}"
