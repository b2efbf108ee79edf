"""Pages as plain Markdown."""

from __future__ import annotations

from netdocs.core.fences import Fence
from netdocs.core.plain_page import Link, overview, plain, step, together
from netdocs.core.recording import StepRecord
from netdocs.core.words import ENGLISH
from samples import entry, recording

PAGE = """---
search:
  exclude: true
---
# Title { #top }

<div class="nd-hero" markdown>

- In a list:

    ```console exec="on" session="bridge/default" step="start" by="engine"
    ```

</div>

[It is so](claim:a), see [the file](scenario:bridge/default.sh).

```markdown
[words](claim:a) { .x }
```
"""


def test_fences_are_replaced_and_links_lead_somewhere() -> None:
    """What only the site understands is gone; what is in other fences stays as it is."""

    def ask(fence: Fence, every_engine: bool) -> str:
        return f"SHOWN {fence.step} {every_engine}\n\n$ x"

    text = plain("docs/en/page.md", PAGE, ask, lambda kind, name: f"to/{kind}/{name}")

    assert text == (
        "# Title\n\n- In a list:\n\n    SHOWN start True\n\n    $ x\n\n"
        "[It is so](to/claim/a), see [the file](to/scenario/bridge/default.sh).\n\n"
        "```markdown\n[words](claim:a) { .x }\n```\n"
    )


def test_a_step_shows_commands_output_and_source() -> None:
    """Each dialect as a fenced text that no output can end, and who printed it."""
    shell = recording(StepRecord("start", "", (entry("echo '```'\nls", "```\n"),)))
    python = recording(StepRecord("start", "print(1)", (entry("", "1\n"),)), scenario="bridge/default.py")

    assert step([shell, python], "start", ENGLISH) == (
        "````console\n$ echo '```'\n> ls\n```\n````\n\n*Docker Engine 28.5.2, 23 November 2026, bridge/default.sh*\n\n"
        "```python\nprint(1)\n```\n\n```text\n1\n```\n\n*Docker Engine 28.5.2, 23 November 2026, bridge/default.py*"
    )


def test_what_was_not_run_says_so() -> None:
    """The reason is all there is to show."""
    assert step([recording(not_run="no ipvlan")], "start", ENGLISH) == "Not run here: no ipvlan."


def test_the_overview_lists_pages_by_section() -> None:
    """A title, a summary, and links with what they are about."""
    links = [
        Link("", "Home", "index.md", "x"),
        Link("Drivers", "host", "host.md", ""),
        Link("Drivers", "none", "n.md", "y"),
    ]

    assert overview("Site", "About.", links) == (
        "# Site\n\n> About.\n\n- [Home](index.md): x\n\n## Drivers\n\n- [host](host.md)\n- [none](n.md): y\n"
    )


def test_all_pages_in_one_text() -> None:
    """Each under its address."""
    assert together({"a.md": "A\n", "b.md": "B\n"}) == "<!-- a.md -->\n\nA\n\n<!-- b.md -->\n\nB\n"
