"""Pages that only lead somewhere else: the one at `/`, and those that stand where a page has been before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape

from netdocs.core.furniture import Furniture

_STYLE = (
    "body{font:1rem/1.6 system-ui,sans-serif;margin:15vh auto;max-width:30rem;padding:0 1rem;color-scheme:light dark}"
)
_CHOOSE = """\
const known = %s;
const wanted = navigator.languages.map(language => language.split("-")[0]).find(language => known.includes(language));
const file = location.protocol === "file:" ? "index.html" : "";
location.replace(`${wanted ?? known[0]}/${file}${location.hash}`);
"""


def root_page(languages: Mapping[str, str], name: str) -> str:
    """The page at `/`. With a script the reader's language is chosen, without one the reader chooses.

    `languages` gives each language's own name, the first one for readers of none of them.
    """
    links = "\n".join(
        f'<p><a href="{language}/index.html" hreflang="{language}" lang="{language}">{escape(own)}</a></p>'
        for language, own in languages.items()
    )
    first = next(iter(languages))
    return f"""\
<!doctype html>
<html lang="{first}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(name)}</title>
<link rel="icon" type="image/svg+xml" href="{first}/assets/favicon.svg">
<style>{_STYLE}</style>
<script>
{_CHOOSE % json.dumps(list(languages))}</script>
</head>
<body>
<main>
<h1>{escape(name)}</h1>
{links}
</main>
</body>
</html>
"""


def moved_page(target: str, said: Furniture) -> str:
    """The page where a page has been: it leads on, at once and by a link, and is not for search engines."""
    to = escape(target)
    return f"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="robots" content="noindex">
<title>{escape(said.next)}</title>
<link rel="canonical" href="{to}">
<script>location.replace({json.dumps(target)} + location.hash)</script>
<meta http-equiv="refresh" content="1; url={to}">
</head>
<body><p><a href="{to}">{escape(said.next)}</a></p></body>
</html>
"""
