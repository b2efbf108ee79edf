"""The decision tree of the troubleshooting page: read from its list and drawn; each end is a section with output."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from netdocs.diagram.decision_tree import NARROW, WIDE, Symptom, draw_narrow, draw_wide, wrapped
from netdocs.diagram.shapes import CHAR_WIDTH_BOLD, text_width
from netdocs.page.decision_tree import read_tree, tree_html
from netdocs.page.fences import fences
from netdocs.site.translations import sections
from rendering import build_of, convert, problems
from support import ROOT

PAGE = "guides/troubleshoot.md"
PAGES = sorted(ROOT.glob(f"docs/*/{PAGE}"))
EXAMPLE = """\
# Title

- an ordinary list

<details class="decision-tree" markdown>
<summary>In words</summary>

- **It hangs**
    - no answer → [Why?](#why): `docker ps`
    - 大きい→[なぜですか](#large)：`ip addr`

</details>

- another list
"""


class Reader(Treeprocessor):
    """Keeps the tree of the page that is converted."""

    tree: tuple[Symptom, ...] = ()

    def run(self, root: Element) -> None:
        """Read it."""
        (block,) = root.iter("details")
        self.tree = read_tree(block, self.md)


def tree_of(text: str) -> tuple[Symptom, ...]:
    """The tree in the text of a page."""
    md = Markdown(extensions=["md_in_html", "pymdownx.inlinehilite"])
    reader = Reader(md)
    md.treeprocessors.register(reader, "reader", 6)
    md.convert(text[text.index("<details") : text.index("</details>")] + "</details>")
    return reader.tree


@pytest.mark.parametrize("text", [EXAMPLE, EXAMPLE.replace("\n    - 大", "\n\n    - 大")], ids=["tight", "loose"])
def test_the_list_is_the_tree(text: str) -> None:
    (symptom,) = tree_of(text)

    assert symptom.words == "It hangs"
    assert [(branch.condition, branch.question, branch.anchor, branch.command) for branch in symptom.branches] == [
        ("no answer", "Why?", "why", "docker ps"),
        ("大きい", "なぜですか", "large", "ip addr"),
    ]


def test_what_is_code_or_a_comment_in_the_page_is_so_in_the_tree() -> None:
    """The list is read as Markdown reads it."""
    text = EXAMPLE.replace("no answer →", "`docker ps` says *nothing* →").replace(
        "- **It", "<!-- - **Old** -->\n\n* **It"
    )
    (symptom,) = tree_of(text)

    assert symptom.branches[0].condition == "docker ps says nothing"


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("no answer →", "no answer:", 9),
        ("(#why)", "(elsewhere.md)", 9),
        ("`docker ps`", "docker ps", 9),
        ("**It hangs**", "It hangs", 8),
        ("**It hangs**", "**It** hangs", 8),
        ("`ip addr`", "`ip addr` or so", 10),
    ],
)
def test_an_item_that_cannot_be_drawn_is_told_with_its_line(before: str, after: str, line: int) -> None:
    problem, *_ = problems(EXAMPLE.replace(before, after), build_of())

    assert problem.location == f"docs/en/drivers/bridge.md:{line}"
    assert problem.message == "this is neither a symptom nor a branch of the tree"


def test_the_picture_stands_right_before_the_list() -> None:
    html = convert(EXAMPLE, build_of())

    assert html.index("nd-only-large") < html.index("nd-only-small") < html.index("<details")
    assert html.count('<a href="#why">') == 3  # in two drawings and in the list


def test_lines_fit_and_lose_nothing() -> None:
    for text in ("no answer, but the host itself gets the page", "ホストからはページが返るのに、応答がありません。"):
        lines = wrapped(text, 150)

        assert len(lines) > 1
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(text_width([line], 7.5) <= 180 and not line.startswith("。") for line in lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["コンテナが", "インターネットに", "つながらない"],
        ["名前でもアドレスでも、", "外から応答がない"],
        ["このコンテナで", "待ち受けるものが", "ありますか"],
    ],
)
def test_japanese_is_broken_between_phrases(lines: list[str]) -> None:
    """Not within a word, nor before its ending."""
    assert wrapped("".join(lines), 160, CHAR_WIDTH_BOLD) == lines


each_language = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parents[1].name)


@each_language
def test_every_branch_ends_in_a_section_that_shows_output(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    bodies = sections(text)

    for branch in (branch for symptom in tree_of(text) for branch in symptom.branches):
        assert fences(PAGE, bodies[branch.anchor]), branch.anchor


@each_language
def test_nothing_overlaps_and_nothing_sticks_out(page: Path) -> None:
    tree = tree_of(page.read_text(encoding="utf-8"))

    for drawing, width in ((draw_wide(tree), WIDE), (draw_narrow(tree), NARROW)):
        for box in drawing.boxes:
            assert box.x + box.width <= width
            assert box.y + box.height <= drawing.height
            for line in box.lines:
                mono = text_width([line.text]) if line.kind == "mono" else 0
                assert line.x + mono <= box.x + box.width, line.text
        columns = {box.x for box in drawing.boxes}
        for column in columns:
            stacked = sorted((box for box in drawing.boxes if box.x == column), key=lambda box: box.y)
            assert all(above.y + above.height < below.y for above, below in pairwise(stacked))


@each_language
def test_both_widths_link_to_every_section(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    branches = [branch for symptom in tree_of(text) for branch in symptom.branches]

    drawn = re.findall(r'<a href="#([^"]+)">', tree_html(tree_of(text), "", ""))
    assert sorted(drawn) == sorted([branch.anchor for branch in branches] * 2)
