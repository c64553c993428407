"""XML read element by element: no tree is built, no entity is declared, nothing is fetched."""

from __future__ import annotations

from typing import Final, Protocol
from xml.parsers import expat

from assistant.errors import SourceError

# House rule: office documents nest their elements 10 to 40 deep, tables in tables included.
DEEPEST: Final = 400
_ABOUT: Final = (("purl.org/dc/", "dc"), ("svg-compatible", "svg"))


class ElementReader(Protocol):
    """What is told about a document. Names come without their namespace, but for `dc:` and `svg:`, which tell of it."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""

    def end(self, name: str) -> None:
        """End it."""

    def text(self, text: str) -> None:
        """Take the text that stands there."""


def read_elements(xml: bytes, reader: ElementReader) -> None:
    """Tell `reader` what stands in `xml`, in order.

    Raises SourceError: "declares-entities" for a document type declaration (no office program writes one; it is the way
    to entities that multiply or fetch), "tangled-file" for elements nested beyond reason, "broken-file" for no XML.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise SourceError("tangled-file")
        reader.start(_local(name), {key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        reader.end(_local(name))

    def refuse(*_: object) -> None:
        raise SourceError("declares-entities")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise SourceError("broken-file") from error


def _local(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return next((f"{prefix}:{local}" for part, prefix in _ABOUT if part in space), local)
