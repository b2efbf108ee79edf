"""The laws of the code: what each layer may import and call, and how long things may get.

Read from the syntax, nothing is imported.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
CORE, EFFECTS, WIRING = (ROOT / "hooks" / "netdocs" / layer for layer in ("core", "effects", "wiring"))
INSIDE = ROOT / "lab" / "inside"
ENTRIES = sorted((ROOT / "hooks").glob("*.py"))
OURS = sorted([*(ROOT / "hooks").rglob("*.py"), *INSIDE.glob("*.py")])

PURE = {
    "__future__", "ast", "calendar", "collections", "dataclasses", "datetime", "difflib", "enum", "functools",
    "hashlib", "html", "io", "ipaddress", "itertools", "json", "math", "operator", "posixpath", "re", "string",
    "textwrap", "tokenize", "typing", "unicodedata", "urllib.parse",
    "msgspec", "pygments",
    "pathlib.PurePosixPath",
}  # fmt: skip
"""What values in, values out may use: text, numbers and trees, nothing that knows a machine."""

IMPURE_CALLS = {"open", "print", "input", "exec", "eval", "__import__", "breakpoint"}
CLOCKS = {"now", "today", "utcnow"}
TOUCHES = {"read_text", "write_text", "read_bytes", "write_bytes", "mkdir", "unlink", "getcwd", "environ"}


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(path: Path) -> Iterator[tuple[str, str]]:
    """Every import of a file as module and name; the name is empty for `import module`."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            yield from ((node.module or "", alias.name) for alias in node.names)


def beyond(path: Path, allowed: set[str]) -> list[str]:
    """The imports of a file that none of `allowed` covers: a package covers what is in it."""
    found = []
    for module, name in imports(path):
        parts = [*module.split("."), *([name] if name else [])]
        if not {".".join(parts[:end]) for end in range(1, len(parts) + 1)} & allowed:
            found.append(".".join(parts))
    return found


def files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", files(CORE), ids=name_of)
def test_the_core_imports_nothing_that_knows_a_machine(path: Path) -> None:
    """Values in, values out: no file, process, socket, clock or chance can be reached."""
    assert not beyond(path, PURE | {"netdocs.core"})


@pytest.mark.parametrize("path", files(CORE), ids=name_of)
def test_the_core_calls_nothing_that_knows_a_machine(path: Path) -> None:
    """What needs no import is not called either: no printing, no opening, no asking for the time."""
    calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    names = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in IMPURE_CALLS]
    methods = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in CLOCKS | TOUCHES]

    assert not [f"line {call.lineno}" for call in (*names, *methods)]


@pytest.mark.parametrize("path", files(EFFECTS), ids=name_of)
def test_effects_know_the_core_and_each_other(path: Path) -> None:
    """What touches the machine does not know who asks for it, nor that there is a builder."""
    ours = [module for module, _ in imports(path) if module.split(".")[0] in ("netdocs", "inside", "mkdocs")]

    assert not [module for module in ours if not module.startswith(("netdocs.core", "netdocs.effects"))]


@pytest.mark.parametrize("path", files(ROOT / "hooks" / "netdocs"), ids=name_of)
def test_only_entry_files_know_the_builder(path: Path) -> None:
    """Everything else survives a change of builder."""
    assert not [module for module, _ in imports(path) if module.split(".")[0] in ("mkdocs", "material", "inside")]


@pytest.mark.parametrize("path", ENTRIES, ids=name_of)
def test_entry_files_are_thin(path: Path) -> None:
    """MkDocs' life cycle and nothing else: 40 lines at most, and no name that would shadow a package."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 40
    assert path.stem not in {"docker", "markdown", "mkdocs", "netdocs", "requests"} | set(sys.stdlib_module_names)


@pytest.mark.parametrize("path", files(INSIDE), ids=name_of)
def test_the_lab_needs_no_more_than_its_image_has(path: Path) -> None:
    """The standard library, the SDK, itself, and of the package only what marks mean."""
    assert not beyond(path, set(sys.stdlib_module_names) | {"docker", "requests", "inside", "netdocs.core.markers"})


def test_marks_are_read_with_the_standard_library_alone() -> None:
    """The one module that labs share with the builder brings nothing along."""
    assert not beyond(CORE / "markers.py", set(sys.stdlib_module_names))


@pytest.mark.parametrize("path", sorted((ROOT / "snippets").rglob("*.py")), ids=name_of)
def test_scenarios_import_nothing_of_ours(path: Path) -> None:
    """A reader can run each against an engine of their own."""
    assert not beyond(path, set(sys.stdlib_module_names) | {"docker"})


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and length of every function, its docstring and decorators not counted."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            said = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
            docstring = (first.end_lineno or 0) - first.lineno + 1 if said else 0
            yield f"{name_of(path)}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1 - docstring


def test_no_function_is_long() -> None:
    """None has more than 50 lines, and half have fewer than 10."""
    lengths = dict(found for path in OURS for found in functions(path))

    assert not {name: length for name, length in lengths.items() if length > 50}
    assert median(lengths.values()) < 10


@pytest.mark.parametrize("path", [*OURS, *sorted(INSIDE.glob("*.sh")), ROOT / "lab" / "engine"], ids=name_of)
def test_no_file_is_long(path: Path) -> None:
    """A file that needs more than 300 lines is two files."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", OURS, ids=name_of)
def test_every_file_says_what_it_is_for(path: Path) -> None:
    """A docstring comes first."""
    assert ast.get_docstring(tree(path))
