"""`make architecture`: the packages and modules as a picture, read from the code. Effects."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from netdocs.diagram.shapes import CHAR_WIDTH_SANS, LINE_HEIGHT, Group, Rect, Shape, Text, word_wrap
from netdocs.diagram.svg import svg

PICTURE = Path("docs/en/contribute/architecture.svg")
SIGNS = {"Pure": "", "Effects": " ◆", "Wiring": " ○"}
"""What stands behind a module's name, by the last word of its docstring's first line."""
LEGEND = "◆ touches the machine (labs, files)  ·  ○ wires parts together  ·  the rest is pure: values in, values out"
PADDING, GAP, COLUMN = 12, 10, 700
"""Pixels: space inside a box, space between boxes, width of the reading column."""
BASELINE = 13
"""Pixels from the top of a line to the feet of its letters, at the 13 px of the style."""

STYLE = """\
.nd-svg { --ink: #20242a; --paper: #fcfbf8; font: 13px system-ui, sans-serif; background: var(--paper); }
@media (prefers-color-scheme: dark) { .nd-svg { --ink: #e3e5e1; --paper: #14181c; } }
.nd-svg rect { fill: none; stroke: var(--ink); stroke-opacity: 0.45; }
.nd-svg text { fill: var(--ink); }
.nd-svg .nd-bold { font-weight: 600; }
.nd-svg .nd-faint { fill-opacity: 0.75; }
"""
"""The picture is also shown where the site's stylesheet is not: in the README."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A package, or a module that is a subject by itself."""

    name: str
    summary: str
    modules: tuple[str, ...]
    """Its modules with their signs; none for a module by itself."""
    imports: frozenset[str]
    """Names of the other subjects it imports."""


def write_picture(root: Path) -> None:
    """Draw the packages of the project at `root` into PICTURE."""
    (root / PICTURE).write_text(picture(read_subjects(root / "hooks" / "netdocs")), encoding="utf-8")


def read_subjects(package: Path) -> tuple[Subject, ...]:
    """Every package and module directly in `package`, by name."""
    return tuple(_subject(path) for path in sorted(package.iterdir()) if _is_subject(path))


def _is_subject(path: Path) -> bool:
    return (path / "__init__.py").exists() or (path.suffix == ".py" and not path.name.startswith("__"))


def _subject(path: Path) -> Subject:
    files = [path] if path.is_file() else [file for file in sorted(path.glob("*.py")) if file.name != "__init__.py"]
    trees = {file: ast.parse(file.read_text(encoding="utf-8")) for file in files}
    imports = frozenset(name for tree in trees.values() for name in _imported_subjects(tree)) - {path.stem}
    if path.is_file():
        summary = _first_line(trees[path]).rpartition(". ")[0] + "."
        return Subject(_signed(path, trees[path]), summary, (), imports)
    summary = _first_line(ast.parse((path / "__init__.py").read_text(encoding="utf-8")))
    return Subject(path.stem, summary, tuple(_signed(file, tree) for file, tree in trees.items()), imports)


def _imported_subjects(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (module := node.module or "").startswith("netdocs"):
            names = [module.split(".")[1]] if "." in module else [alias.name for alias in node.names]
            yield from names


def _signed(file: Path, tree: ast.Module) -> str:
    return f"{file.stem}{SIGNS[_first_line(tree).rstrip('.').rpartition(' ')[2]]}"


def _first_line(tree: ast.Module) -> str:
    return (ast.get_docstring(tree) or "").split("\n")[0]


def levels(subjects: Iterable[Subject]) -> list[list[Subject]]:
    """The subjects in rows, the ground floor last: each stands right above the highest one that it imports."""
    by_name = {subject.name.split()[0]: subject for subject in subjects}
    heights: dict[str, int] = {}

    def height(name: str) -> int:
        if name not in heights:
            below = [height(imported) for imported in by_name[name].imports if imported in by_name]
            heights[name] = 1 + max(below, default=-1)
        return heights[name]

    rows = range(max(map(height, by_name), default=-1), -1, -1)
    return [[subject for name, subject in by_name.items() if heights[name] == row] for row in rows]


def picture(subjects: Sequence[Subject]) -> str:
    """A standalone SVG: what imports is above what is imported."""
    shapes: list[Shape] = []
    y = 0
    for row in levels(subjects):
        group = _row(row).translated(0, y)
        shapes += group.shapes
        y += group.height + GAP
    shapes.append(Text(0, y + LINE_HEIGHT, LEGEND, "nd-label nd-faint"))
    words = " ".join(f"{subject.name}: {subject.summary}" for subject in subjects)
    drawing = Group(COLUMN, y + 2 * LINE_HEIGHT, tuple(shapes))
    return svg(drawing, "architecture", "The packages of netdocs", words, style=STYLE) + "\n"


def _row(subjects: Sequence[Subject]) -> Group:
    """Boxes side by side, those with modules wider, all as high as the highest."""
    widths = _widths(subjects)
    lines = {subject.name: list(_lines(subject, widths[subject.name] - 2 * PADDING)) for subject in subjects}
    height = 2 * PADDING + LINE_HEIGHT * max(map(len, lines.values()))
    shapes: list[Shape] = []
    x = 0
    for name, width in widths.items():
        shapes += _box(lines[name], width, height).translated(x, 0).shapes
        x += width + GAP
    return Group(COLUMN, height, tuple(shapes))


def _widths(subjects: Sequence[Subject]) -> Mapping[str, int]:
    """A package gets twice the width of a module by itself."""
    shares = {subject.name: 2 if subject.modules else 1 for subject in subjects}
    room = COLUMN - GAP * (len(subjects) - 1)
    return {name: room * share // sum(shares.values()) for name, share in shares.items()}


def _box(lines: Sequence[str], width: int, height: int) -> Group:
    texts = (
        Text(
            PADDING, PADDING + BASELINE + LINE_HEIGHT * number, line, f"nd-label {'nd-faint' if number else 'nd-bold'}"
        )
        for number, line in enumerate(lines)
    )
    return Group(width, height, (Rect(0, 0, width, height, "nd-host"), *texts))


def _lines(subject: Subject, room: int) -> Iterator[str]:
    yield subject.name
    yield from word_wrap(subject.summary.split(), room, CHAR_WIDTH_SANS)
    yield from word_wrap(subject.modules, room, CHAR_WIDTH_SANS, "  ·  ")
