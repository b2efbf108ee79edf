"""How fences get from Markdown to us: the formatters that markdown-exec calls for our languages. Wiring."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import markdown_exec
from markdown import Markdown
from pymdownx.superfences import SuperFencesCodeExtension  # type: ignore[import-untyped]

from netdocs.page.blocks import Block
from netdocs.page.fences import LANGUAGES, request


def format_fence(language: str, *, session: str, extra: Mapping[str, str], **_: Any) -> Block:
    """The block that superfences stashes. It is drawn later, when its neighbours are known."""
    return Block(request(language, {"session": session, **extra}))


FORMATTERS: dict[str, Any] = {language: partial(format_fence, language) for language in LANGUAGES}


def register(md: Markdown) -> None:
    """Let markdown-exec hand us our languages, in this process and in the superfences of `md`.

    The plugin of markdown-exec can only register languages it has a name for, and not every builder has plugins.
    """
    markdown_exec.formatters.update(FORMATTERS)
    for extension in md.registeredExtensions:
        if isinstance(extension, SuperFencesCodeExtension):
            for language in LANGUAGES:
                formatter = partial(_superfences_formatter, class_name=language)
                extension.extend_super_fences(language, formatter, markdown_exec.validator, None)


def _superfences_formatter(*, src: str, class_name: str, **options: Any) -> Any:
    """markdown-exec's formatter with the names that superfences calls its own formatters with."""
    return markdown_exec.formatter(src, css_class=class_name, **options)
