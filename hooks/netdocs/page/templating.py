"""The HTML of blocks: Jinja templates beside this module, everything put into them escaped. Pure.

The templates are code, in files of their own: nothing else is read, and equal values make equal HTML.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from netdocs.lab.try_command import DEFAULT_NAME
from netdocs.page import urls
from netdocs.page.claims_table import sentence_parts
from netdocs.page.highlight import highlight_html
from netdocs.page.short_options import option_parts
from netdocs.page.transcript import Command
from netdocs.page.translation_state import STATUS_SYMBOLS
from netdocs.terminal import escape_invisible


@cache
def environment() -> Environment:
    """The templates, compiled once. A `.md` template makes Markdown, so nothing is escaped there."""
    templates = Environment(
        loader=PackageLoader("netdocs.page"),
        autoescape=select_autoescape(["html"]),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_visible,
    )
    templates.filters |= {"attribute": attribute, "highlight": highlight_html}
    templates.tests["command"] = lambda item: isinstance(item, Command)
    templates.globals |= {
        "unpublished_image": DEFAULT_NAME,
        "urls": urls,
        "sentence_parts": sentence_parts,
        "option_parts": option_parts,
        "status_symbols": STATUS_SYMBOLS,
    }
    return templates


def render(template: str, **values: Any) -> Markup:
    """The template with these values, without the newline at its end."""
    return Markup(environment().get_template(template).render(**values).strip("\n"))  # noqa: S704  (autoescaped)


def _visible(value: object) -> object:
    """What is put into a template: a recording's facts may hold characters that cannot be seen or reorder others."""
    if not isinstance(value, str):
        return value
    return type(value)(escape_invisible(value))  # Markup stays what it is


def attribute(text: str) -> Markup:
    """Text as an attribute's value, its newlines kept whatever reformats the HTML."""
    return Markup(escape(text).replace("\n", Markup("&#10;")))  # noqa: S704  (escaped on this line)
