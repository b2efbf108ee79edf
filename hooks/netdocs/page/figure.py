"""A figure of a step: a drawing for two widths, the same in words, and the caption. Values, no HTML. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from markupsafe import Markup

from netdocs.diagram import alt_text, packet_path
from netdocs.diagram.diff import diff
from netdocs.diagram.layout import layout
from netdocs.diagram.renderer import Status
from netdocs.diagram.shapes import Group
from netdocs.diagram.snapshot_fields import SnapshotError
from netdocs.diagram.svg import svg
from netdocs.diagram.topology_builder import build_topology
from netdocs.errors import AuthorError, Diagnostic
from netdocs.i18n.formatting import age, date
from netdocs.i18n.strings import ContentStrings
from netdocs.page.caption import Caption, caption
from netdocs.page.context import PageContext
from netdocs.page.fences import Request
from netdocs.protocol.snapshot import Capture, PacketTrace, Snapshot
from netdocs.recording.model import Recording
from netdocs.scenario.snapshots import PICTURE

COLUMN, PHONE = 690, 330
"""Widths of the reading column and of a phone, less its margins, in px."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is put on a page: for a width, shapes; the same in words; what marks of change mean."""

    title: str
    sentences: Sequence[str]
    draw: Callable[[int], Group]
    legend: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with its caption, or the reason why there is none."""

    caption: Caption
    skipped: str = ""
    drawing: Drawing | None = None
    svg: str = ""
    """Elements, one or two; a Markup."""


def figure(request: Request, name: str, page: PageContext) -> Figure:
    """The figure a fence asks for, AuthorError if it cannot be drawn; `name` is nobody else's on the page."""
    result, strings = page.build.result.results_for(request.session)[0], page.strings
    recording = result.recording
    day = date(strings, recording.recorded_at)
    if recording.skipped_reason:
        return Figure(caption(result, day, strings), strings.skipped.format(reason=recording.skipped_reason))
    with _reporting_bad_captures(recording, request, page):
        drawn = _drawn(recording, request, strings)
        elements = _svgs(drawn, name)
    phrase = strings.diagram.caption_live if result.live else strings.diagram.caption_recorded
    recorded = age(strings, recording.recorded_at, page.build.now)
    text = phrase.format(version=recording.display_version, date=day, age=recorded)
    return Figure(caption(result, text, strings), drawing=drawn, svg=elements)


def figure_markdown(request: Request, page: PageContext) -> str:
    """The figure in words alone, as Markdown; AuthorError if there is no saying what was captured."""
    recording, strings = page.build.result.results_for(request.session)[0].recording, page.strings
    if recording.skipped_reason:
        return strings.skipped.format(reason=recording.skipped_reason)
    with _reporting_bad_captures(recording, request, page):
        drawn = _drawn(recording, request, strings)
    title = f"**{strings.diagram.markdown_title.format(title=drawn.title)}** {drawn.legend}".rstrip()
    return "\n".join([title, "", *(f"- {sentence}" for sentence in drawn.sentences)])


@contextmanager
def _reporting_bad_captures(recording: Recording, request: Request, page: PageContext) -> Iterator[None]:
    """AuthorError, at the step, for a capture with a field that no diagram can be made of."""
    try:
        yield
    except SnapshotError as error:
        scenario = page.build.result.plan.scenario(recording.scenario)
        step = scenario.step(request.step)
        problem = Diagnostic(
            f"{scenario.path}:{step.first if step else 1}",
            f"[{request.snapshot}] of step {request.step!r}, recorded on engine {recording.engine}, cannot be drawn",
            f"play it anew: `make record ENGINE={recording.engine} ONLY={scenario.session}`",
            f"{error.expected}, in {error.location}",
            repr(error.actual),
        )
        raise AuthorError(problem) from error


def _drawn(recording: Recording, request: Request, strings: ContentStrings) -> Drawing:
    before = _capture(recording, request.compare, PICTURE) if request.compare else None
    capture = _capture(recording, request.step, request.snapshot)
    return drawing(capture, before, request.step, request.compare, strings)


def _svgs(drawn: Drawing, name: str) -> Markup:
    """The drawing for wide and for narrow screens; one for both if they are the same."""
    sentences = " ".join(drawn.sentences)
    large, small = drawn.draw(COLUMN), drawn.draw(PHONE)
    if large == small:
        elements = [svg(large, name, drawn.title, sentences)]
    else:
        pair = ((large, "", " nd-only-large"), (small, "-narrow", " nd-only-small"))
        elements = [svg(block, name + end, drawn.title, sentences, classes) for block, end, classes in pair]
    return Markup("\n".join(elements))  # noqa: S704  (the SVG writer escapes every text)


def _capture(recording: Recording, step: str, snapshot: str) -> Capture:
    result = recording.step(step)
    capture = result.capture(snapshot) if result else None
    if capture is None:
        raise LookupError(f"{recording.scenario}: nothing is recorded of [{snapshot}] at step {step!r}")
    return capture


def drawing(capture: Capture, before: Capture | None, step: str, earlier: str, strings: ContentStrings) -> Drawing:
    """The drawing of what was captured after `step`, and of what has changed since an `earlier` one, if there was."""
    if capture.trace:
        return _path(capture.trace, strings)
    snapshot, marks = capture.network or Snapshot(()), dict[str, Status]()
    if before and before.network:
        snapshot, marks = diff(before.network, snapshot)
    topology = build_topology(snapshot, strings)
    title = strings.diagram.title.format(step=step.lstrip("_"))
    legend = strings.diagram.legend.format(step=earlier.lstrip("_")) if before else ""
    sentences = alt_text.sentences(topology, snapshot, strings.diagram, marks)
    return Drawing(title, sentences, lambda width: layout(topology, width, strings, marks), legend)


def _path(trace: PacketTrace, strings: ContentStrings) -> Drawing:
    title = strings.diagram.path_title.format(origin=trace.origin, destination=trace.destination)
    sentences = alt_text.trace_sentences(trace, strings.diagram)
    return Drawing(title, sentences, lambda width: packet_path.draw(trace, width, strings.diagram))
