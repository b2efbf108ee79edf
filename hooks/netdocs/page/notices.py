"""What a page says before it begins: that it is made of recordings, or is not translated. Pure."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from netdocs.i18n.formatting import date
from netdocs.i18n.strings import ContentStrings
from netdocs.page.context import PageContext
from netdocs.page.results import BuildResult


def add_notices(root: Element, page: PageContext) -> None:
    """Put notices before the page, and mark the text of an untranslated one as being in its own language."""
    notices = [page.build.recordings_notice]
    if page.source and page.source.untranslated:
        notices.append(page.build.untranslated_notice)
        text = Element("div", {"lang": page.build.source_language})
        text.text = "\n"
        text[:] = list(root)
        root[:] = [text]
    if page.source and page.source.outdated:
        _mark_outdated(root, page, page.source.outdated)
    root[:0] = [_aside(notice) for notice in notices if notice]


def _mark_outdated(root: Element, page: PageContext, anchors: frozenset[str]) -> None:
    """Below the heading of each section that is older than its original, say so, and lead there."""
    for heading in [element for element in root if element.get("id") in anchors]:
        notice, url = _aside(f"{page.strings.outdated} "), page.original(heading.get("id", ""))
        link = SubElement(notice, "a", {"href": url, "hreflang": page.build.source_language})
        link.text = page.strings.outdated_link
        root.insert(list(root).index(heading) + 1, notice)


def recordings_notice(result: BuildResult, strings: ContentStrings) -> str:
    """What a site made of recordings says on every page; empty for a live one, or one that shows nothing."""
    dates = sorted(sourced.recording.recorded_at for sourced in result.results.values())
    if result.live or not dates:
        return ""
    first, last = date(strings, dates[0]), date(strings, dates[-1])
    return strings.recordings_notice.format(first=first, last=last)


def _aside(text: str) -> Element:
    element = Element("aside", {"class": "nd-notice", "data-search-exclude": ""})
    element.text = text
    element.tail = "\n"
    return element
