"""Pages: fences, their options, links and what is exported as plain Markdown, whatever is written."""

from __future__ import annotations

import itertools

from hypothesis import example, given
from hypothesis import strategies as st

from factories import one_step
from fuzz.inputs import bounded, hostile, texts
from netdocs.page.check_fences import fence_problems
from netdocs.page.context import PageContext
from netdocs.page.fences import MAX_VALUES, blocks, fences, outside_fences
from netdocs.page.link_syntax import claim_links, unknown_scenarios
from netdocs.site.markdown_export import to_markdown, with_learn_line
from rendering import PAGE, build_of, with_page

FRAGMENTS = (
    "```",
    "````",
    "~~~",
    "```console",
    ' exec="on"',
    ' session="bridge/default"',
    ' step="start"',
    ' by="engine"',
    "{ .python }",
    "{",
    "}",
    "exec",
    "=",
    '"',
    "'",
    "> ",
    "    ",
    "- ",
    "`",
    "](claim:a)",
    "](scenario:b)",
    "[a]: claim:b",
    "[",
    "]",
    "](",
    "a b",
    "session=",
    "\n```\n",
    '```console exec="on" session="bridge/default" step="start"\n```\n',
)
PAGES = texts(*FRAGMENTS, between=["\n", " ", ""])
BUILD = build_of(one_step("docker ps", "x\n"))


@given(PAGES)
@example(hostile("```x ", 'a="" ', "!", times=26))
@example(hostile("", "\n[", ""))
@example(hostile("", "`a", ""))
@example(hostile("x", "`", "x"))
def test_any_page_is_read(text: str) -> None:
    """Fences lie outside of each other; problems and links name lines of the page."""
    with bounded():
        numbers = {fence.line for fence in fences(PAGE, text)}
        problems = list(fence_problems(PAGE, text))
        links = claim_links(PAGE, text)
        unknown = list(unknown_scenarios(PAGE, text, ["b"]))

    last = len(text.splitlines())
    spans = [(block.first, block.last) for block in blocks(text)]
    assert all(end < following for (_, end), (following, _) in itertools.pairwise(spans))
    assert not numbers & {number for number, _ in outside_fences(text)}
    assert all(1 <= link.line <= last for link in links)
    assert all(problem.hint and problem.location for problem in (*problems, *unknown))


@given(
    st.dictionaries(
        st.from_regex(r"[a-z][a-z0-9_]*", fullmatch=True), st.text("abc/-. ", max_size=9), max_size=MAX_VALUES
    )
)
def test_options_are_read_as_they_were_written(options: dict[str, str]) -> None:
    """As many as an opening line may have."""
    written = "".join(f' {name}="{value}"' for name, value in options.items())
    (block,) = blocks(f"```console{written}\n```\n")

    assert options == block.options


@given(PAGES)
@example(hostile("---\n", "a: b\n", ""))
@example(hostile("---\n", "\n---", ""))
@example(hostile("", "{ #a ", "}"))
@example(hostile("", "](claim:", ""))
def test_any_page_is_exported(text: str) -> None:
    """Front matter, attributes and our links; a page ends in one newline."""
    page = PageContext(with_page(BUILD, text), PAGE)
    with bounded():
        exported = with_learn_line(to_markdown(page), "")

    assert exported.endswith("\n")
    assert not exported.endswith("\n\n")
