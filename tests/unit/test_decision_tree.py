"""The decision tree of the troubleshooting page: read from its list and drawn; each end is a section with output."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from netdocs.diagram.decision_tree import NARROW, WIDE, TreeError, draw_narrow, draw_wide, read_tree, wrapped
from netdocs.diagram.shapes import CHAR_WIDTH_BOLD, text_width
from netdocs.page.decision_tree import tree_html
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


def test_the_list_is_the_tree() -> None:
    (symptom,) = read_tree(EXAMPLE)

    assert symptom.words == "It hangs"
    assert [(branch.condition, branch.anchor, branch.command) for branch in symptom.branches] == [
        ("no answer", "why", "docker ps"),
        ("大きい", "large", "ip addr"),
    ]


def test_what_is_not_understood_is_told() -> None:
    with pytest.raises(TreeError, match="neither a symptom nor a branch"):
        read_tree(EXAMPLE.replace("(#why)", "(elsewhere.md)"))


def test_the_picture_stands_right_before_the_list() -> None:
    html = convert(EXAMPLE, build_of())

    assert html.index("nd-only-large") < html.index("nd-only-small") < html.index("<details")
    assert html.count('<a href="#why">') == 3  # in two drawings and in the list


def test_a_list_that_cannot_be_drawn_is_told_with_its_line() -> None:
    (problem,) = problems(EXAMPLE.replace("no answer →", "no answer:"), build_of())

    assert problem.location == "docs/en/drivers/bridge.md:9"
    assert "no answer:" in problem.actual


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

    for branch in (branch for symptom in read_tree(text) for branch in symptom.branches):
        assert fences(PAGE, bodies[branch.anchor]), branch.anchor


@each_language
def test_nothing_overlaps_and_nothing_sticks_out(page: Path) -> None:
    tree = read_tree(page.read_text(encoding="utf-8"))

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
    branches = [branch for symptom in read_tree(text) for branch in symptom.branches]

    drawn = re.findall(r'<a href="#([^"]+)">', tree_html(text, "", ""))
    assert sorted(drawn) == sorted([branch.anchor for branch in branches] * 2)
