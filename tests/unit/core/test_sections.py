"""Finished pages cut at their headings."""

from __future__ import annotations

import json

from netdocs.core.sections import SUMMARY, Section, index, sections, summary

PAGE = """<h1 id="t">Title<a class="headerlink" href="#t">#</a></h1>
<p>First <code>words</code>.</p>
<h2 id="a">A &amp; B</h2>
<div class="nd-step"><pre><code>ping: bad address 'beta'
line</code></pre><p class="nd-quiet">Printed by</p></div>
<div class="nd-step"><pre>line</pre></div><svg><text>no</text></svg><br>after"""


def test_a_section_is_a_heading_and_what_follows() -> None:
    """Furniture and drawings are left out, a line that both dialects print is there once."""
    assert sections(PAGE) == (
        Section("", "Title", "First words."),
        Section("a", "A & B", "ping: bad address 'beta' line after"),
    )


def test_the_summary_is_the_first_paragraph() -> None:
    """Cut at a word if it is long."""
    assert summary(PAGE) == "First words."
    assert summary("<h1>x</h1>") == ""
    long = summary(f"<p>{'word ' * 100}</p>")
    assert len(long) <= SUMMARY
    assert long.endswith("word…")


def test_the_index_is_a_script() -> None:
    """A page in a folder can load it, too; the first section has the page's own address."""
    text = index({"drivers/": ("Drivers", PAGE)})

    assert json.loads(text.removeprefix("window.ndIndex=").removesuffix(";\n")) == [
        ["drivers/", "Drivers", "", "First words."],
        ["drivers/#a", "Drivers", "A & B", "ping: bad address 'beta' line after"],
    ]
