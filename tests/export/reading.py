"""An exported HTML file as a reader's machine takes it: elements, attributes, and text by element."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "br", "hr", "link", "img", "input"}


class Page(HTMLParser):
    """The elements of a page with their attributes, in order, and the text found in each kind of element."""

    def __init__(self, content: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(content.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self.texts.append((tag, ""))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        tag = self._open[-1] if self._open else ""
        last = max((n for n, (known, _) in enumerate(self.texts) if known == tag), default=None)
        if last is not None:
            self.texts[last] = (tag, self.texts[last][1] + data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment came through: {data}")

    @property
    def headings(self) -> list[tuple[int, str]]:
        """The level and text of each heading; text inside links or emphasis of a heading is not in it."""
        return [(int(tag[1]), text) for tag, text in self.texts if tag[0] == "h" and tag[1:].isdigit()]

    def text_of(self, tag: str) -> str:
        """The text of the only element of that kind."""
        (text,) = (text for known, text in self.texts if known == tag)
        return text

    def attribute(self, tag: str, name: str, value: str, wanted: str) -> str:
        """The attribute `wanted` of the only such element whose attribute `name` is `value`."""
        (attributes,) = (found for known, found in self.elements if known == tag and found.get(name) == value)
        return attributes[wanted]
