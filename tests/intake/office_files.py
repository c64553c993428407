"""Small office documents, mails and PDF files, built in memory."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping, Sequence
from zipfile import ZIP_DEFLATED, ZipFile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES = f"""<?xml version="1.0"?><w:styles xmlns:w="{WORD}">
<w:style w:styleId="Titre"><w:name w:val="Title"/></w:style>
<w:style w:styleId="Chapeau"><w:name w:val="Subtitle"/></w:style>
<w:style w:styleId="Titre2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="Maison"><w:name w:val="Inter de la maison"/><w:basedOn w:val="Titre2"/></w:style>
<w:style w:styleId="Citation"><w:name w:val="Quote"/></w:style></w:styles>"""


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these parts."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return stream.getvalue()


def paragraph(text: str, style: str = "", properties: str = "") -> str:
    """A paragraph of a Word document."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p><w:pPr>{named}{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def word_xml(body: str, prolog: str = "") -> str:
    """The main part of a Word document."""
    return f'<?xml version="1.0"?>{prolog}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'


def word_file(body: str, extra: Mapping[str, str | bytes] | None = None, prolog: str = "") -> bytes:
    """A Word document with the styles above."""
    return archive({"word/document.xml": word_xml(body, prolog), "word/styles.xml": STYLES, **(extra or {})})


def open_document(body: str, prolog: str = "", manifest: str = "<manifest/>") -> bytes:
    """An OpenDocument text."""
    content = (
        f'<?xml version="1.0"?>{prolog}<office:document-content'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return archive({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
        "META-INF/manifest.xml": manifest,
    })  # fmt: skip


def portable_file(pages: Sequence[Sequence[str]], content: bytes | None = None) -> bytes:
    """A PDF file with these lines on its pages; `content` replaces what the pages draw."""
    streams = [content if content is not None else _drawing(lines) for lines in pages]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(streams):
        packed = zlib.compress(stream, 9)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        head = f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode()
        objects.append(head + packed + b"\nendstream")
    return _with_table(objects)


def _drawing(lines: Sequence[str]) -> bytes:
    shown = [line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") for line in lines]
    drawn = "".join(f"({line}) Tj 0 -14 Td\n" for line in shown)
    return f"BT /F1 11 Tf 50 750 Td\n{drawn}ET".encode("cp1252")


def _with_table(objects: Sequence[bytes]) -> bytes:
    data = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    return data + (head + tail).encode()
