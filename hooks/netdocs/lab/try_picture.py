"""What the image to try needs to draw as the pages do: the diagram package, its strings, its colours. Effects."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import msgspec

from netdocs.i18n.catalogue import SOURCE, content_strings
from netdocs.lab.tooling import PACKAGE, stylesheet_folder

# `--nd-p-blue: #2b62c4;`, or what stands for a variable of the theme where there is none
_COLOUR = re.compile(r"(--nd-p-\w+): (?:var\(--[\w-]+, )?(#\w+)\)?;")


def picture_files() -> dict[str, bytes]:
    """By their path in the lab."""
    modules = {f"netdocs/diagram/{path.name}": path.read_bytes() for path in sorted((PACKAGE / "diagram").glob("*.py"))}
    strings = json.dumps(msgspec.to_builtins(content_strings(SOURCE).diagram), ensure_ascii=False)
    style = picture_style((stylesheet_folder() / "figures.css").read_text(encoding="utf-8"))
    return modules | {"tryit/strings.json": strings.encode(), "tryit/picture.css": style.encode()}


def picture_style(stylesheet: str) -> str:
    """The rules for what is in a drawing, with the colours of both schemes."""
    light, dark = (" ".join(_colours(stylesheet, scheme)) for scheme in ("light", "dark"))
    rules = [line for line in stylesheet.splitlines() if re.match(r"\.nd-svg [^{]", line)]
    base = "background: var(--nd-p-paper); max-width: 100%; width: calc(var(--nd-w) * 1.12px)"
    schemes = [f".nd-svg {{ {light} {base} }}", f"@media (prefers-color-scheme: dark) {{ .nd-svg {{ {dark} }} }}"]
    return "\n".join([*schemes, *rules])


def _colours(stylesheet: str, scheme: str) -> Iterator[str]:
    selector = r":where\(body, [^)]*\)" if scheme == "light" else r'\[data-md-color-scheme="slate"\]'
    block = re.search(rf"^{selector} \{{([^}}]*)\}}", stylesheet, re.MULTILINE)
    yield from (f"{name}: {colour};" for name, colour in _COLOUR.findall(block[1] if block else ""))
