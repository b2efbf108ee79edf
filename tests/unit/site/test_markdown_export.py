"""Pages as plain Markdown."""

from __future__ import annotations

from factories import ENGLISH, command, recording
from netdocs.page.context import PageContext
from netdocs.page.link_syntax import Target
from netdocs.recording.model import StepResult
from netdocs.site.markdown_export import ListedPage, llms_full, llms_index, step_markdown, to_markdown, with_learn_line
from rendering import PAGE as NAME
from rendering import build_of, with_page

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
    targets = {"claim:a": Target("proof/#claim-a"), "scenario:bridge/default.sh": Target("scenarios/bridge/default/")}
    build = build_of(recording(StepResult("start", (), (command("ls", "x\n"),))), targets=targets)

    assert with_learn_line(to_markdown(PageContext(with_page(build, PAGE), NAME)), "") == (
        "# Title\n\n- In a list:\n\n    ```console\n    $ ls\n    x\n    ```\n\n"
        "    *Docker Engine 28.5.2, 23 November 2026, bridge/default.sh*\n\n"
        "[It is so](../proof/#claim-a), see [the file](../scenarios/bridge/default/).\n\n"
        "```markdown\n[words](claim:a) { .x }\n```\n"
    )


def test_what_a_reader_will_know_stands_below_the_title() -> None:
    """Or first, where there is no title; a page that says nothing of it is as it was."""

    def exported(text: str, learn_line: str) -> str:
        return with_learn_line(to_markdown(PageContext(with_page(build_of(), text), NAME)), learn_line)

    assert exported("---\nlearn: You know.\n---\n# T\n\nText.\n", "You know.") == "# T\n\n*You know.*\n\nText.\n"
    assert exported("# T\n", "You know.") == "# T\n\n*You know.*\n"
    assert exported("Text.\n", "You know.") == "*You know.*\n\nText.\n"
    assert exported("# T\n\nText.\n", "") == "# T\n\nText.\n"


def test_a_step_shows_commands_output_and_source() -> None:
    """Each dialect as a fenced text that no output can end, and who printed it."""
    shell = recording(StepResult("start", (), (command("echo '```'\nls", "```\n"),)))
    python = recording(StepResult("start", ("print(1)",), (command("", "1\n"),)), scenario="bridge/default.py")

    assert step_markdown([shell, python], "start", ENGLISH) == (
        "````console\n$ echo '```'\n> ls\n```\n````\n\n*Docker Engine 28.5.2, 23 November 2026, bridge/default.sh*\n\n"
        "```python\nprint(1)\n```\n\n```text\n1\n```\n\n*Docker Engine 28.5.2, 23 November 2026, bridge/default.py*"
    )


def test_what_was_not_run_says_so() -> None:
    """The reason is all there is to show."""
    assert step_markdown([recording(skipped_reason="no ipvlan")], "start", ENGLISH) == "Not run here: no ipvlan."


def test_the_index_lists_pages_by_section() -> None:
    """A title, a summary, and links with what they are about."""
    pages = [
        ListedPage("index.md", "", "Home", "x"),
        ListedPage("host.md", "Drivers", "host", ""),
        ListedPage("n.md", "Drivers", "none", "y"),
    ]

    assert llms_index("Site", "About.", pages) == (
        "# Site\n\n> About.\n\n- [Home](index.md): x\n\n## Drivers\n\n- [host](host.md)\n- [none](n.md): y\n"
    )


def test_all_pages_in_one_text() -> None:
    """Each under its address."""
    assert llms_full({"a.md": "A\n", "b.md": "B\n"}) == "<!-- a.md -->\n\nA\n\n<!-- b.md -->\n\nB\n"
