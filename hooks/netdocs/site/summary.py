"""The sentence that sums a page up: its first paragraph. Pure."""

from __future__ import annotations

import re
from html.parser import HTMLParser

LIMIT = 160
"""Letters of a summary at most; search engines show no more."""
SENTENCES = re.compile(r".{50,}(?:[.?!](?=\s)|。)")
"""As many whole sentences as there is room for, if they are worth reading alone."""
CHUNK = 512
"""Characters parsed at a time: a page is long, and its first paragraph is near its beginning."""


class _FirstParagraph(HTMLParser):
    """Collects the text of the first `<p>` that is the author's."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.inside = self.done = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin with a paragraph that has no class of ours but the lead's."""
        classes = dict(attrs).get("class") or ""
        if tag == "p" and not self.done and classes in ("", "nd-lead"):
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        """End with the paragraph."""
        if tag == "p" and self.inside:
            self.inside, self.done = False, True

    def handle_data(self, data: str) -> None:
        """Take the text of the paragraph."""
        if self.inside:
            self.text.append(data)


def summary(html: str) -> str:
    """The first paragraph of a page's content, cut after a sentence or else a word; empty if there is none."""
    parser = _FirstParagraph()
    for start in range(0, len(html), CHUNK):
        parser.feed(html[start : start + CHUNK])
        if parser.done:
            break
    text = re.sub(r"\s+", " ", "".join(parser.text)).strip()
    if len(text) <= LIMIT:
        return text
    if sentences := SENTENCES.match(text[: LIMIT + 1]):
        return sentences[0]
    cut = text[: LIMIT - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"
