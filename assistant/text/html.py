"""An HTML fragment as the reader sees it, in the same values as Markdown; offsets point into the extracted text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

from assistant.lang.pack import word_set
from assistant.text.inline import Link, Picture
from assistant.text.markup import Markup, MarkupBlock, MarkupKind

_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_BLOCKS: Final = word_set("""
    address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form header hr html li
    main nav ol p pre section summary table tbody td tfoot th thead tr ul
    """) | frozenset(_HEADINGS)
_HIDDEN: Final = word_set("head iframe math noscript object script select style svg template textarea title")
_CONTAINERS: Final = {"ul": "list", "ol": "list", "menu": "list", "blockquote": "quote"}
_DECLARATION = re.compile(r"<[!?][^<>]*>")
_BROKEN_TAG = re.compile(
    r"<(?!/?[A-Za-z][^\s<>/]{0,100}[^<>\"']{0,2000}(?:(?:\"[^\"]{0,2000}\"|'[^']{0,2000}')[^<>\"']{0,2000}){0,100}>)"
)
_SPACES = re.compile(r"[ \t\r\n\f]+")


def parse_html(fragment: str) -> tuple[str, tuple[MarkupBlock, ...]]:
    """Return the extracted text of an HTML fragment, a block a line, and its blocks, whose offsets point into it."""
    markup = read_html(fragment)
    return markup.text, markup.blocks


def read_html(fragment: str) -> Markup:
    """Return the headings, paragraphs, list items, quotations, links and pictures of an HTML fragment.

    All offsets point into the `text` of the result: the blocks joined by newlines. Scripts, styles and comments are not
    visible; tags that are never closed end with the fragment. A heading without text is a block.
    """
    reader = _Reader()
    reader.feed(_without_broken_tags(fragment))
    reader.close()
    reader.end_block()
    return Markup(tuple(reader.blocks), tuple(reader.links), tuple(reader.pictures))


def _without_broken_tags(fragment: str) -> str:
    """Return the fragment without comments and declarations; a `<` that opens no tag becomes text.

    html.parser of Python 3.11 stops with an AssertionError at `<![ "`, and takes quadratic time over tags and comments
    that nothing closes (36 s for 60,000 characters of `<a `).
    """
    parts: list[str] = []
    here = 0
    while (start := fragment.find("<!--", here)) >= 0:
        end = fragment.find("-->", start + 4)
        if end < 0:
            break
        parts.append(fragment[here:start])
        here = end + 3
    parts.append(fragment[here:])
    return _BROKEN_TAG.sub("&lt;", _DECLARATION.sub("", "".join(parts)))


class _Reader(HTMLParser):
    """Collects blocks in one pass; only lists and quotations are remembered, so that depth costs little."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[MarkupBlock] = []
        self.links: list[Link] = []
        self.pictures: list[Picture] = []
        self.containers: list[str] = []
        self.item = False
        self.hidden = 0
        self.level = 0
        self.start = 0
        self.parts: list[str] = []
        self.size = 0
        self.after_space = True
        self.link: tuple[str, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block, a link, a picture or a hidden part."""
        if tag in _HIDDEN:
            self.hidden += 1
            return
        if tag in _BLOCKS:
            self.end_block()
        attributes = dict(attrs)
        if tag == "br":
            self._show(" ")
        elif tag == "img":
            place = self.start + self.size
            self.pictures.append(Picture(attributes.get("alt") or "", attributes.get("src") or "", place, place))
        elif tag == "a" and attributes.get("href"):
            self.link = (attributes["href"] or "", self.size)
        elif tag in _HEADINGS:
            self.level = _HEADINGS[tag]
        elif tag == "li":
            self.item = True
        elif tag in _CONTAINERS:
            self.containers.append(_CONTAINERS[tag])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read `<br/>` as `<br>`; a browser takes `<p/>` for `<p>`."""
        if tag not in _HIDDEN:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag opened; a closing tag without an opening one is nothing."""
        if tag in _HIDDEN:
            self.hidden = max(0, self.hidden - 1)
            return
        if tag == "a":
            self._end_link()
        if tag in _BLOCKS:
            self.end_block(closes_heading=tag in _HEADINGS)
        if tag == "li":
            self.item = False
        elif _CONTAINERS.get(tag) in self.containers[-1:]:
            self.containers.pop()
            self.item = False

    def handle_data(self, data: str) -> None:
        """Add visible text; runs of spaces are one, as a browser shows them."""
        if not self.hidden:
            self._show(_SPACES.sub(" ", data))

    def end_block(self, *, closes_heading: bool = False) -> None:
        """Close the open block. An empty heading is kept, every other empty block is none."""
        self._end_link()
        text = "".join(self.parts).rstrip(" ")
        if text or (self.level and closes_heading):
            kind: MarkupKind = "heading" if self.level else self._kind()
            end = self.start + len(text)
            offsets = tuple(range(self.start, end))
            self.blocks.append(MarkupBlock(kind, self.level, text, self.start, end, offsets))
            self.start = end + 1
        self.parts, self.size, self.after_space = [], 0, True
        self.level = 0

    def _kind(self) -> MarkupKind:
        if not self.containers:
            return "list-item" if self.item else "paragraph"
        return "list-item" if self.containers[-1] == "list" else "quote"

    def _show(self, text: str) -> None:
        if self.after_space:
            text = text.lstrip(" ")
        if text:
            self.parts.append(text)
            self.size += len(text)
            self.after_space = text.endswith(" ")

    def _end_link(self) -> None:
        if self.link is None:
            return
        address, first = self.link
        text = "".join(self.parts)[first : self.size].strip(" ")
        self.links.append(Link(text, address, self.start + first, self.start + self.size))
        self.link = None
