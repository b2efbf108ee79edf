"""Pages and scenarios as they are on disk. Effects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from itertools import accumulate
from pathlib import Path

from netdocs.errors import AuthorError, Diagnostic, raise_if_any
from netdocs.front_matter import front_matter_problems
from netdocs.terminal import escape_invisible

SOURCE_LANGUAGE = "en"
"""The language pages are written in first; where a translation is missing, its pages stand in."""
SCRIPTS = (".sh", ".py")
PUBLISHED = (".md", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif")
"""Endings of what may stand among pages: a builder copies the rest as it is, and a browser would run some of it."""
MAX_BYTES = 1024 * 1024
"""Of a page or a scenario: text by people is smaller, and what is read is held in memory."""
CACHE_SIZE = 1024
"""Texts of pages whose problems are remembered while `make serve` builds again and again: more than a site has."""
MAX_MARKS = 50
"""Brackets in brackets, and backticks in rows of other lengths, in one paragraph."""


def read_scenarios(root: Path) -> dict[str, str]:
    """The text of every scenario by its path below the project's root; AuthorError with all that cannot be one."""
    files = sorted(_files(root / "snippets", root))
    scripts = [path for path in files if path.suffix in SCRIPTS]
    raise_if_any(_misplaced(path, root) for path in scripts if path.parent.parent != root / "snippets")
    return _read(scripts, root, "utf-8")


def read_pages(root: Path, docs: Path, *, any_file: bool = False) -> dict[str, str]:
    """The text of every page below `docs` by its path below the project's root.

    AuthorError with every page that is no text, every file that is no part of a page, and every link that shows what is
    not in the project. With `any_file` the author answers for what else is published.
    """
    if docs.parent != root and not any_file:  # templates and included texts are published as well
        _files(docs.parent, root)
    files = sorted(_files(docs, root))
    raise_if_any(_not_published(path, root) for path in files if not any_file and path.suffix.lower() not in PUBLISHED)
    # As MkDocs reads them: the byte order mark that Windows' editors write is no part of the text.
    texts = _read([path for path in files if path.suffix == ".md"], root, "utf-8-sig")
    raise_if_any(problem for name, text in texts.items() for problem in _text_problems(name, text, any_file))
    return texts


def untranslated(docs: Path) -> dict[str, Path]:
    """The files of the original that a translation below `docs` has not got, by their path below the folder."""
    original = docs.parent / SOURCE_LANGUAGE
    if docs == original:
        return {}
    names = {path.relative_to(original).as_posix(): path for path in sorted(_files(original, docs.parent.parent))}
    return {name: path for name, path in names.items() if not (docs / name).exists()}


def languages(docs: Path) -> tuple[str, ...]:
    """The languages there are pages in, the original first: folders beside `docs` that have a first page."""
    names = sorted(path.parent.name for path in docs.parent.glob("*/index.md"))
    return tuple(sorted(names, key=lambda name: name != SOURCE_LANGUAGE))


def _files(folder: Path, root: Path) -> list[Path]:
    """Every file in `folder`, at any depth, but those of editors; AuthorError for what leads away or is no file."""
    entries = list(_walk(folder, root)) if folder.is_dir() else []
    raise_if_any(entry for entry in entries if isinstance(entry, Diagnostic))
    return [entry for entry in entries if isinstance(entry, Path)]


def _walk(folder: Path, root: Path) -> Iterator[Path | Diagnostic]:
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        yield _unreadable(folder.relative_to(root).as_posix(), "folder", error)
        return
    for path in paths:
        if path.name.startswith(".") or (_is_editors(path.name) and not path.is_symlink()):
            continue
        if escape_invisible(path.name) != path.name or set(path.name) & {"\n", "\t"}:
            hint = "rename it"
            yield Diagnostic(path.relative_to(root).as_posix(), "a character of this name cannot be seen", hint)
        elif path.is_symlink() and (problem := _check_link(path, root)):
            yield problem
        elif path.is_dir():
            yield from _walk(path, root)
        elif path.is_file():
            yield path
        else:
            hint = "remove it: pages and scenarios are files"
            yield Diagnostic(path.relative_to(root).as_posix(), "this is a pipe, a socket or a device", hint)


def _is_editors(name: str) -> bool:
    """Whether an editor or a system put the file there: locks, swap and backup files, macOS' `._x`, `.DS_Store`.

    MkDocs leaves out every name that begins with a dot (its `exclude_docs`), so they are no pages either.
    """
    return name.startswith((".", "#")) or name.endswith("~")


def _check_link(path: Path, root: Path) -> Diagnostic | None:
    """What is wrong with a symbolic link: it leads nowhere, into itself, or to what the project does not hold."""
    location, target = path.relative_to(root).as_posix(), str(path.readlink())
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError):  # RuntimeError is what Python 3.11 says of a link loop
        return Diagnostic(location, "this link leads nowhere", "remove it, or let it lead to a file", actual=target)
    if not real.is_relative_to(root.resolve()):
        message, hint = "this link leads out of the project", "copy the file here: what a link shows is published"
        return Diagnostic(location, message, hint, actual=target)
    if path.parent.resolve().is_relative_to(real):
        return Diagnostic(location, "this link leads to the folder it is in", "remove it", actual=target)
    return None


def _misplaced(path: Path, root: Path) -> Diagnostic:
    message, hint = "a scenario is in a folder of snippets/ and no deeper", "move it, or give it another ending"
    expected = f"snippets/{path.parent.name if path.parent != root / 'snippets' else 'NAME'}/{path.name}"
    return Diagnostic(path.relative_to(root).as_posix(), message, hint, expected=expected)


@lru_cache(maxsize=CACHE_SIZE)
def _text_problems(name: str, text: str, any_fact: bool) -> tuple[Diagnostic, ...]:
    """All that is wrong with a page's text as such."""
    front_matter = front_matter_problems(name, text, any_fact=any_fact)
    return (*_invisible(name, text), *_costly(name, text), *front_matter)


def _invisible(name: str, text: str) -> Iterator[Diagnostic]:
    """A problem for each line that shows a reviewer other text than is there."""
    for number, line in enumerate(text.split("\n"), 1):
        readable = unescape(line)
        if (visible := escape_invisible(readable)) != readable:
            message = "a character here cannot be seen, or reorders what can"
            yield Diagnostic(f"{name}:{number}", message, "remove it, or write it as an escape", actual=visible)


def _costly(name: str, text: str) -> Iterator[Diagnostic]:
    """A problem for each paragraph in which Markdown would look for the ends of brackets or code for minutes."""
    line = 1
    for paragraph in text.split("\n\n"):
        depths = accumulate((1 if mark == "[" else -1 for mark in re.findall(r"[][]", paragraph)), _depth, initial=0)
        marks = {"[": max(depths), "`": len(set(re.findall("`+", paragraph)))}
        for mark, number in marks.items():
            if number > MAX_MARKS:
                message, hint = f"too many {mark} here that nothing ends", "end them, or put them into a fence"
                yield Diagnostic(f"{name}:{line}", message, hint, f"at most {MAX_MARKS}", str(number))
        line += paragraph.count("\n") + 2


def _depth(depth: int, step: int) -> int:
    return max(depth + step, 0)


def _not_published(path: Path, root: Path) -> Diagnostic:
    message, hint = "a file of this kind is not published", "remove it, or move it to where it is used"
    return Diagnostic(path.relative_to(root).as_posix(), message, hint, ", ".join(PUBLISHED), path.suffix)


def _unreadable(name: str, kind: str, error: OSError) -> Diagnostic:
    hint = "let whoever builds the site read it"
    return Diagnostic(name, f"this {kind} cannot be read", hint, actual=error.strerror or str(error))


def _read(paths: Iterable[Path], root: Path, encoding: str) -> dict[str, str]:
    """The texts of these files, line ends as newlines; AuthorError with all that cannot be read."""
    texts: dict[str, str] = {}
    problems: list[Diagnostic] = []
    for path in paths:
        name = path.relative_to(root).as_posix()
        try:
            texts[name] = _decode(name, _bytes(path, name), encoding)
        except AuthorError as error:
            problems += error.problems
        except OSError as error:
            problems.append(_unreadable(name, "file", error))
    raise_if_any(problems)
    return texts


def _bytes(path: Path, name: str) -> bytes:
    size = path.stat().st_size
    if size > MAX_BYTES:
        message, hint = "this file is too large", "cut it into several"
        raise AuthorError(Diagnostic(name, message, hint, f"at most {MAX_BYTES} bytes", f"{size} bytes"))
    return path.read_bytes()


def _decode(name: str, data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line, column = before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1
        actual = f"byte 0x{error.object[error.start]:02x}, the line's byte {column} ({error.reason})"
        raise AuthorError(
            Diagnostic(f"{name}:{line}", "this is not UTF-8", "save it as UTF-8", actual=actual)
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")
