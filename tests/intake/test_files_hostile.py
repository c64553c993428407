"""Files built to harm: refused or reduced, each with one sentence, before any parser is drowned."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest

from assistant.errors import SourceError
from assistant.i18n import INTERFACE_LANGUAGES, describe
from assistant.intake import Intake, read_file
from tests.intake.office_files import archive, open_document, paragraph, portable_file, word_file, word_xml

SHARED = Path(__file__).parents[2] / "../shared/data/intake/files"
TEXT = "La halle a rouvert samedi matin, après deux ans de travaux, en présence de la maire de la commune."
FETCHES = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
MULTIPLIES = (
    '<!DOCTYPE d [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 10))
    + "]>"
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
REPEATING = word_file(paragraph("A" * 5_000_000))
NOISE = random.Random(3)  # noqa: S311 - noise that is the same each time


def encrypted_pdf(password: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(portable_file([["La halle a rouvert", TEXT[:60], TEXT[60:]]]))))
    writer.encrypt(user_password=password, owner_password="eh", algorithm="AES-256")  # noqa: S106 - of a file made here
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


CASES = {
    "bomb.docx": (REPEATING, "zip-bomb"),
    "media.docx": (word_file(paragraph(TEXT), {f"word/{n}.bin": bytes(30_000_000) for n in range(2)}), "zip-bomb"),
    "many.docx": (word_file(paragraph(TEXT), {f"word/media/{n}": b"" for n in range(3000)}), "zip-bomb"),
    "fetches.docx": (word_file(paragraph("&x;"), prolog=FETCHES), "declares-entities"),
    "multiplies.docx": (word_file(paragraph("&a9;"), prolog=MULTIPLIES), "declares-entities"),
    "styles.docx": (word_file(paragraph(TEXT), {"word/styles.xml": f"{MULTIPLIES}<x>&a9;</x>"}), "declares-entities"),
    "deep.docx": (word_file("<w:p><w:r>" * 20_000 + "</w:r></w:p>" * 20_000), "tangled-file"),
    "inside.docx": (archive({"word/document.xml": b"%PDF-1.4"}), "not-of-its-type"),
    "words.docx": (TEXT.encode(), "not-of-its-type"),
    "cut.docx": (word_file(paragraph(TEXT))[:300], "broken-file"),
    "noise.docx": (NOISE.randbytes(5000), "not-of-its-type"),
    "photo.docx": (PNG, "image-file"),
    "locked.docx": (OLD + "EncryptedPackage".encode("utf-16-le"), "encrypted-file"),
    "old.docx": (OLD, "old-office-file"),
    "really.docx": (portable_file([[TEXT]]), "renamed-file"),
    "really.txt": (word_file(paragraph(TEXT)), "renamed-file"),
    "empty.docx": (word_file(""), "no-text-in-file"),
    "nothing.docx": (b"", "empty-file"),
    "endless.docx": (word_file(paragraph(TEXT) * 8000), "too-large-source"),
    "fetches.odt": (open_document("<text:p>&x;</text:p>", FETCHES), "declares-entities"),
    "locked.odt": (open_document("", manifest="<x><encryption-data/></x>"), "encrypted-file"),
    "sheet.odt": (archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "not-of-its-type"),
    "deep.rtf": (b"{\\rtf1" + b"{" * 100_000 + b"x" + b"}" * 100_000 + b"}", "tangled-file"),
    "words.rtf": (TEXT.encode(), "not-of-its-type"),
    "locked.pdf": (encrypted_pdf("secret"), "encrypted-file"),
    "bomb.pdf": (portable_file([[]], b" " * 100_000_000), "heavy-file"),
    "pages.pdf": (portable_file([[]] * 500), "too-many-pages"),
    "blank.pdf": (portable_file([[]]), "no-text-in-file"),
    "cut.pdf": (portable_file([[TEXT]])[:200], "broken-file"),
    "noise.pdf": (b"%PDF-1.7\n" + NOISE.randbytes(200_000), "broken-file"),
    "slow.pdf": (portable_file([[]], b"BT /F1 9 Tf " + b"(x) Tj 0 1 Td " * 400_000 + b"ET"), "slow-file"),
    "words.pdf": (TEXT.encode(), "not-of-its-type"),
    "words.eml": (TEXT.encode(), "not-of-its-type"),
    "deep.eml": (
        b"Subject: x\nContent-Type: multipart/mixed; boundary=a\n\n"
        + b"".join(b"--a\nContent-Type: multipart/mixed; boundary=a\n\n" for _ in range(5000)),
        "tangled-file",
    ),
    "blank.eml": (b"Subject: x\n\n", "empty-source"),
    "film.txt": (b"\x00\x00\x00\x20ftypisom" + bytes(100), "image-file"),
    "large.txt": (TEXT.encode() * 620_000, "too-large-file"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_file_is_refused_in_one_sentence(name: str) -> None:
    data, code = CASES[name]
    with pytest.raises(SourceError) as caught:
        read_file(name, data)
    assert caught.value.code == code
    for language in INTERFACE_LANGUAGES:
        sentence = describe(caught.value, language)
        assert sentence.endswith(".")
        assert "{" not in sentence


def test_a_pdf_that_opens_without_a_password_is_read() -> None:
    assert TEXT[60:].strip() in read_file("open.pdf", encrypted_pdf("")).source.body


def test_an_entry_that_points_out_of_its_archive_is_never_unpacked(tmp_path: Path) -> None:
    intake = read_file("slip.docx", word_file(paragraph(TEXT), {f"../..{tmp_path}/x": "x"}))
    assert intake.source.body == TEXT
    assert list(tmp_path.iterdir()) == []


def test_one_word_is_a_document() -> None:
    source = read_file("mot.docx", archive({"word/document.xml": word_xml(paragraph("Bonjour"))})).source
    assert source.title or source.body == "Bonjour"


@pytest.mark.parametrize("name", ["ok.docx", "ok.odt", "ok.rtf", "ok.eml", "ok.pdf", "p300.pdf", "enc_ownonly.pdf"])
def test_an_ordinary_file_of_the_development_data_is_read(name: str) -> None:
    source = _shared(name).source
    assert source.title is not None
    assert "« Je serai toujours" in source.body
    assert "œuvre" in source.body
    assert "M€" in source.body
    assert source.language == "fr"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("enc.pdf", "encrypted-file"),
        ("junk.docx", "not-of-its-type"),
        ("junk.pdf", "broken-file"),
        ("laughs.docx", "declares-entities"),
        ("xxe.docx", "declares-entities"),
        ("xxe.odt", "declares-entities"),
        ("bomb.docx", "zip-bomb"),
        ("flatebomb.pdf", "heavy-file"),
        ("pagebomb.pdf", "too-many-pages"),
    ],
)
def test_a_hostile_file_of_the_development_data_is_refused(name: str, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        _shared(name)
    assert caught.value.code == code


def _shared(name: str) -> Intake:
    if not SHARED.exists():
        pytest.skip("the shared development data is not here")
    return read_file(name, (SHARED / name).read_bytes())
