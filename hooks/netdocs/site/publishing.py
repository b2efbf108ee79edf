"""What a published site has at its root besides its pages: what crawlers ask for. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

MARK = "# Written by `make publish`."
"""The first line of the file for crawlers, by which a folder of ours is known."""


def robots(address: str) -> str:
    """`robots.txt`: everything may be read; where the sitemap is, if the site's address is known."""
    sitemap = [f"Sitemap: {address}sitemap.xml"] if address else []
    return "\n".join([MARK, "User-agent: *", "Allow: /", *sitemap, ""])


def sitemap_index(address: str, languages: Iterable[str]) -> str:
    """`sitemap.xml` at the root: where each language has its own."""
    index = Element("sitemapindex", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    for language in languages:
        SubElement(SubElement(index, "sitemap"), "loc").text = f"{address}{language}/sitemap.xml"
    return tostring(index, "unicode", xml_declaration=False) + "\n"
