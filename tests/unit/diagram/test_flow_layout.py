"""Groups in rows: whatever their sizes, none meets another, and lines go round what is below."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from netdocs.diagram.flow_layout import flow_layout
from netdocs.diagram.shapes import Group, Line, Port, Rect

GAP = 26


def group(size: tuple[int, int], target: str) -> Group:
    """A group that is one rectangle, with a line out at the middle of its lower edge."""
    width, height = size
    return Group(width, height, (Rect(0, 0, width, height, ""),), (Port(width // 2, height, target, "nat"),))


GROUPS = st.lists(
    st.builds(group, st.tuples(st.integers(20, 400), st.integers(20, 200)), st.sampled_from("ab")),
    min_size=1,
    max_size=8,
)


@settings(max_examples=50)
@given(GROUPS, st.integers(100, 700))
def test_groups_keep_apart_and_inside(groups: list[Group], room: int) -> None:
    """All are there, in a frame no wider than room, widest group and lanes ask for."""
    flowed = flow_layout(groups, room, GAP)
    rects = [shape for shape in flowed.shapes if isinstance(shape, Rect)]

    assert [(rect.width, rect.height) for rect in rects] == [(group.width, group.height) for group in groups]
    assert all(0 <= rect.x and rect.x + rect.width <= flowed.width for rect in rects)
    assert all(0 <= rect.y and rect.y + rect.height <= flowed.height for rect in rects)
    assert not [
        (earlier, later) for n, earlier in enumerate(rects) for later in rects[n + 1 :] if overlap(earlier, later)
    ]
    assert flowed.width <= max(room, *(group.width for group in groups)) + 12 + 14 + 6


@settings(max_examples=50)
@given(GROUPS, st.integers(100, 700))
def test_every_line_can_go_straight_down(groups: list[Group], room: int) -> None:
    """From each port down there is no group, and on its way there it crossed none."""
    flowed = flow_layout(groups, room, GAP)
    rects = [shape for shape in flowed.shapes if isinstance(shape, Rect)]
    lines = [Rect(port.x, port.y, 1, flowed.height - port.y, "") for port in flowed.ports]
    for shape in flowed.shapes:
        if isinstance(shape, Line):
            (x, top), (_, turn), (lane, _) = shape.points
            lines += [Rect(x, top, 1, turn - top, ""), Rect(x, turn, lane - x, 1, "")]

    assert len(flowed.ports) == len(groups)
    assert not [(line, rect) for line in lines for rect in rects if overlap(line, rect)]


def overlap(first: Rect, second: Rect) -> bool:
    """Whether two rectangles share more than an edge."""
    beside = first.x + first.width <= second.x or second.x + second.width <= first.x
    above = first.y + first.height <= second.y or second.y + second.height <= first.y
    return not (beside or above)
