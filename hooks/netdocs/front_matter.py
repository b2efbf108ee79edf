"""What may stand in the YAML before a page: plain facts, that are no longer than they look. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec
import yaml  # type: ignore[import-untyped]

from netdocs.errors import Diagnostic
from netdocs.terminal import escape_invisible

# As MkDocs reads it (mkdocs.utils.meta, YAML_RE)
_YAML = re.compile(r"\A-{3}[ \t]*\n(.*?\n)(?:-{3}|\.{3})[ \t]*\n", re.DOTALL)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 8
"""Of lists in lists; what is read is walked through by programs that call themselves for each."""


class _Search(msgspec.Struct, forbid_unknown_fields=True):
    boost: float = 1
    exclude: bool = False
    synonyms: Sequence[str] = ()


class _Facts(msgspec.Struct, forbid_unknown_fields=True):
    """What a page may say of itself; the theme knows more, some of which names files of its templates."""

    title: str = ""
    description: str = ""
    learn: str = ""
    minutes: int = 0
    hide: Sequence[str] = ()
    search: _Search | None = None
    translated: dict[str, str] = {}


def front_matter_problems(name: str, text: str, *, any_fact: bool = False) -> Iterator[Diagnostic]:
    """A problem for the first thing in a page's front matter that is no plain fact, or (unless any) none we know."""
    match = _YAML.match(text)
    if not match:
        return
    try:
        problems = list(_problems(name, match[1]))
        yield from problems
        if not problems and not any_fact:
            msgspec.convert(yaml.load(match[1], _LOADER), _Facts)  # noqa: S506  (a safe one)
    except msgspec.ValidationError as error:
        key = re.search(r"`(?:\$\.?)?(\w+)[^`]*`$", str(error))
        at = re.search(rf"(?m)^\s*{re.escape(key[1])}\b", match[1]) if key else None
        line = match[1].count("\n", 0, at.start()) if at else 0
        hint = f"write one of {', '.join(_Facts.__struct_fields__)}, with a value of its kind"
        yield _problem(name, line, "this is not what a page says of itself", hint, str(error))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        yield _problem(name, line, "this is no YAML", "mend it", str(error.problem))
    except yaml.YAMLError as error:
        yield _problem(name, 0, "this is no YAML", "mend it", str(error).splitlines()[0])


def _problems(name: str, facts: str) -> Iterator[Diagnostic]:
    depth = 0
    for event in yaml.parse(facts, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if fault := _fault(event, depth):
            message, hint, actual = fault
            yield _problem(name, event.start_mark.line, message, hint, actual)
            return


def _fault(event: yaml.Event, depth: int) -> tuple[str, str, str] | None:
    """What is wrong, what to do, and what there is."""
    if isinstance(event, yaml.AliasEvent):  # nine lines of them can stand for gigabytes
        return "front matter has no aliases", "write it out", f"*{event.anchor}"
    if depth > MAX_DEPTH:
        return f"front matter has no more than {MAX_DEPTH} levels", "make it simpler", ""
    if tag := getattr(event, "tag", None):
        return "front matter has no tags", "write the value alone", str(tag)
    value = event.value if isinstance(event, yaml.ScalarEvent) else ""
    if (visible := escape_invisible(value)) != value:
        return "a character here cannot be seen, or reorders what can", "remove it", visible
    return None


def _problem(name: str, line: int, message: str, hint: str, actual: str = "") -> Diagnostic:
    return Diagnostic(f"{name}:{line + 2}", message, hint, actual=actual[:200])
