"""Links between pages, before a build."""

from __future__ import annotations

import pytest

from netdocs.page.page_links import missing_files

FILES = ("docs/en/index.md", "docs/en/guides/names.md", "docs/en/guides/a b.md", "docs/en/net.svg")


def problems(line: str) -> list[str]:
    return [str(problem) for problem in missing_files("docs/en/guides/inspect.md", f"# Inspect\n\n{line}\n", FILES)]


@pytest.mark.parametrize(
    "line",
    [
        "[a](names.md)",
        "[a](names.md#servers) and [b](../index.md)",
        "[a](a%20b.md)",
        "![a](../net.svg)",
        '[a](names.md "A title")',
        "[a](https://example.com/nosuch.md)",
        "[a](claim:nosuch)",
        "[a](#here)",
        "`[a](nosuch.md)`",
        "```\n[a](nosuch.md)\n```",
    ],
)
def test_a_link_that_leads_somewhere_is_fine(line: str) -> None:
    """To a page, to a picture, out of the site; and code is no link."""
    assert not problems(line)


@pytest.mark.parametrize("link", ["nosuch.md", "nosuch.md#a", "guides/names.md", "../names.md", "nosuch.png"])
def test_a_link_to_nothing_names_its_line(link: str) -> None:
    """With the file that it would need."""
    (problem,) = problems(f"[fine](names.md) and [words]({link})")

    assert problem.startswith("docs/en/guides/inspect.md:3: this link leads to no file\n")
    assert f"actual: {link.partition('#')[0]}\n" in problem


def test_the_path_most_alike_is_written_as_the_page_would() -> None:
    """From its own folder."""
    (problem,) = problems("[words](nmaes.md)")

    assert "expected: docs/en/guides/nmaes.md" in problem
    assert "(did you mean 'names.md'?)" in problem
