"""The rules of the code: what each package may import, what a pure module may call, and how long things may get.

Read from the syntax, nothing is imported.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "hooks" / "netdocs"
AGENT = ROOT / "lab" / "agent"
HOOKS = sorted((ROOT / "hooks").glob("*.py"))
SOURCES = sorted([*(ROOT / "hooks").rglob("*.py"), *AGENT.glob("*.py")])

ORDER = (
    {"terminal", "protocol"},
    {"errors", "console"},
    {"front_matter"},
    {"sources"},
    {"i18n"},
    {"scenario"},
    {"recording"},
    {"lab", "diagram"},
    {"page"},
    {"run"},
    {"live_results"},
    {"build"},
    {"site"},
    {"commands"},
    {"__main__"},
)
"""The subjects of the package from the ground up: each may import those before it, and itself."""

KINDS = ("Pure", "Effects", "Wiring")
PURE = {
    "__future__", "ast", "base64", "calendar", "collections", "contextlib", "dataclasses", "datetime", "difflib",
    "enum", "functools", "hashlib", "html", "io", "ipaddress", "itertools", "json", "math", "operator", "posixpath",
    "re", "string", "textwrap", "tokenize", "types", "typing", "unicodedata", "urllib.parse", "xml.etree",
    "jinja2", "markdown", "markupsafe", "msgspec", "pygments", "yaml",
    "pathlib.PurePosixPath",
}  # fmt: skip
"""What values in, values out may use: text, numbers and trees, nothing that knows a machine."""

IMPURE_CALLS = {"open", "print", "input", "exec", "eval", "__import__", "breakpoint"}
CLOCKS = {"now", "today", "utcnow"}
TOUCHES = {"read_text", "write_text", "read_bytes", "write_bytes", "mkdir", "unlink", "getcwd", "environ"}


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(path: Path) -> Iterator[str]:
    """Every import of a file as a dotted name: `module`, or `module.name` for `from module import name`."""
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def not_covered(path: Path, allowed: set[str]) -> list[str]:
    """The imports of a file that none of `allowed` covers: a package covers what is in it."""
    return [name for name in imports(path) if not _prefixes(name) & allowed]


def _prefixes(name: str) -> set[str]:
    segments = name.split(".")
    return {".".join(segments[:end]) for end in range(1, len(segments) + 1)}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def kind_of(path: Path) -> str:
    """What the first line of a module says it is; "" where it does not say."""
    first = (ast.get_docstring(parse(path)) or "").split("\n")[0]
    match = re.search(r"(\w+)\.$", first)
    return match[1] if match else ""


MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if path.name != "__init__.py"]
PURE_MODULES = [path for path in MODULES if kind_of(path) == "Pure"]
PURE_NAMES = {path.relative_to(ROOT / "hooks").with_suffix("").as_posix().replace("/", ".") for path in PURE_MODULES}


def subject_of(dotted: str) -> str:
    """`netdocs.page.link_syntax` is about `page`."""
    return dotted.split(".")[1]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_says_whether_it_is_pure(path: Path) -> None:
    assert kind_of(path) in KINDS, "end the first line of the docstring with `Pure.`, `Effects.` or `Wiring.`"


@pytest.mark.parametrize("path", PURE_MODULES, ids=name_of)
def test_pure_modules_import_nothing_that_knows_a_machine(path: Path) -> None:
    """Values in, values out: no file, process, socket, clock or chance can be reached."""
    assert not not_covered(path, PURE | PURE_NAMES | _packages_of_pure_modules())


def _packages_of_pure_modules() -> set[str]:
    """`from netdocs.page import urls` names a module by its package."""
    return {name for name in PURE_NAMES if name.count(".") == 2}


@pytest.mark.parametrize("path", PURE_MODULES, ids=name_of)
def test_pure_modules_call_nothing_that_knows_a_machine(path: Path) -> None:
    """What needs no import is not called either: no printing, no opening, no asking for the time."""
    calls = [node for node in ast.walk(parse(path)) if isinstance(node, ast.Call)]
    names = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in IMPURE_CALLS]
    methods = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in CLOCKS | TOUCHES]

    assert not [f"line {call.lineno}" for call in (*names, *methods)]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_package_imports_upward(path: Path) -> None:
    """Each subject stands on those below it, so there is no circle."""
    subject = path.relative_to(PACKAGE).with_suffix("").parts[0]
    rank = next(number for number, subjects in enumerate(ORDER) if subject in subjects)
    allowed = {subject}.union(*ORDER[:rank])

    assert not [name for name in imports(path) if name.startswith("netdocs.") and subject_of(name) not in allowed]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_hooks_know_mkdocs(path: Path) -> None:
    """Everything else survives a change of builder, and nothing on this side imports the lab's agent."""
    assert not [name for name in imports(path) if name.split(".")[0] in ("mkdocs", "material", "agent")]


@pytest.mark.parametrize("path", HOOKS, ids=name_of)
def test_hooks_are_thin(path: Path) -> None:
    """MkDocs' events and nothing else; no name that would shadow a package."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 180
    assert path.stem not in {"docker", "markdown", "mkdocs", "netdocs", "requests"} | set(sys.stdlib_module_names)


TAG = re.compile(
    r"(?<!\?P)</?(?:a|abbr|aside|b|body|br|button|code|dd|details|div|d[lt]|em|figure|form|h[1-6]|head|html|i|img|input"
    r"|label|li|link|main|mark|meta|nav|ol|option|p|pre|script|section|select|small|span|strong|style|su[bp]|summary|svg"
    r"|table|tbody|t[dhr]|thead|time|title|ul)[\s/>]"
)
"""The beginning of an HTML tag, or all of it; `(?P<name>` of a regular expression is none."""
DRAWS = PACKAGE / "diagram" / "svg.py"
"""The one module that writes tags: SVG is drawn, not laid out by a designer."""


@pytest.mark.parametrize("path", [path for path in [*MODULES, *HOOKS] if path != DRAWS], ids=name_of)
def test_html_is_in_templates(path: Path) -> None:
    """Escaped by Jinja and read by who knows HTML: no string of a module but its docstrings has a tag in it."""
    tree = parse(path)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docstrings)

    assert not [f"line {text.lineno}" for text in texts if isinstance(text.value, str) and TAG.search(text.value)]


SHARED = {"netdocs.scenario.directives", "netdocs.protocol"}
"""What a lab gets of this package."""


@pytest.mark.parametrize("path", sorted(AGENT.glob("*.py")), ids=name_of)
def test_the_agent_needs_no_more_than_its_image_has(path: Path) -> None:
    """The standard library, the SDK, itself, and what labs share with the builder."""
    assert not not_covered(path, set(sys.stdlib_module_names) | {"docker", "requests", "agent"} | SHARED)


SHARED_FILES = [PACKAGE / "scenario" / "directives.py", *sorted((PACKAGE / "protocol").glob("*.py"))]


@pytest.mark.parametrize("path", SHARED_FILES, ids=name_of)
def test_what_labs_share_needs_the_standard_library_alone(path: Path) -> None:
    """And each other."""
    assert not not_covered(path, set(sys.stdlib_module_names) | SHARED)


@pytest.mark.parametrize("path", sorted((ROOT / "snippets").rglob("*.py")), ids=name_of)
def test_scenarios_import_nothing_of_ours(path: Path) -> None:
    """A reader can run each against an engine of their own."""
    assert not not_covered(path, set(sys.stdlib_module_names) | {"docker"})


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and length in lines of every function, its docstring and decorators not counted."""
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
            docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
            yield f"{name_of(path)}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1 - docstring


def test_no_function_is_long() -> None:
    """None has more than 40 lines, and half have fewer than 10."""
    lengths = dict(function for path in SOURCES for function in functions(path))

    assert not {name: length for name, length in lengths.items() if length > 40}
    assert median(lengths.values()) < 10


@pytest.mark.parametrize("path", [*SOURCES, *sorted(AGENT.glob("*.sh")), ROOT / "lab" / "engine"], ids=name_of)
def test_no_file_is_long(path: Path) -> None:
    """A file that needs more than 250 lines is two files."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_every_file_says_what_it_is_for(path: Path) -> None:
    """A docstring comes first."""
    assert ast.get_docstring(parse(path))
