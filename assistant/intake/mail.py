"""Mail messages (.eml): the text of the message, its subject as a title to fall back on, the rest set aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from assistant.errors import SourceError
from assistant.intake.decode import decode
from assistant.intake.document import Document, DocumentLine
from assistant.intake.print_layout import join_lines
from assistant.intake.web import is_hostile, strip_tags
from assistant.model import Removed

if TYPE_CHECKING:
    from email.message import Message

# House rule: forwarded messages nest four or five deep; Python's parser calls itself for each.
MOST_PARTS: Final = 60
LONGEST_HEADER: Final = 2_000
_KNOWN_HEADERS: Final = ("from", "to", "subject", "date", "mime-version", "message-id", "received", "return-path")
_REPLY: Final = re.compile(r"^(?:(?:re|fwd?|tr|aw|wg|rép)\s?:\s?){1,5}", re.IGNORECASE)
_SIGNATURE: Final = re.compile(r"(?:^|\n)--[ \u00a0]?\n")
_QUOTED: Final = re.compile(r"(?:^|\n)(?:[^\n]{0,200}(?:a écrit|wrote)[ \u00a0\u202f]?:[ ]*\n\s{0,5})?(?=>)")
# Mail is wrapped at 72 to 78 characters (RFC 5322 asks for at most 78).
WRAPPED: Final = (60, 80)


def read_mail(data: bytes) -> Document:
    """Return the message in an .eml file: its plain text, or that of its HTML.

    Sender, date, attachments' names, signature and quoted messages are in `removed`. Raises SourceError:
    "not-of-its-type", "tangled-file", "empty-source".
    """
    if data.count(b"boundary") > MOST_PARTS or data.count(b"message/rfc822") > MOST_PARTS:
        raise SourceError("tangled-file")
    from email import message_from_bytes, policy

    message = message_from_bytes(data, policy=policy.default)
    if not any(name in message for name in _KNOWN_HEADERS):
        raise SourceError("not-of-its-type", type="EML")
    plain, page, attached = _parts(message)
    text = plain if plain.strip() else strip_tags(page)
    if not text.strip():
        raise SourceError("empty-source")
    text, removed = _part_quotations(text.replace("\r\n", "\n").replace("\r", "\n"))
    subject = _header(message, "Subject")
    heads = [Removed("stamp", f"{name}: {value}") for name in ("From", "Date") if (value := _header(message, name))]
    if subject:
        heads.append(Removed("boilerplate", f"Subject: {subject}"))
    heads += [Removed("boilerplate", name) for name in attached]
    lines = tuple(DocumentLine(line) for line in _unwrap(text))
    return Document(lines, (*heads, *removed), suggested_title=_REPLY.sub("", subject) or None)


def _parts(message: Message) -> tuple[str, str, tuple[str, ...]]:
    """The first plain text, the first HTML, and the names of everything attached."""
    plain, page, attached = "", "", []
    for part in message.walk():
        if part.is_multipart():
            continue
        name = _file_name(part)
        if name or part.get_content_disposition() == "attachment":
            attached.append(name or part.get_content_type())
        elif part.get_content_type() == "text/plain" and not plain:
            plain = _content(part)
        elif part.get_content_type() == "text/html" and not page:
            page = _content(part)
            page = "" if is_hostile(page) else page
    return plain, page, tuple(attached)


def _file_name(part: Message) -> str:
    try:
        return part.get_filename() or ""
    except (ValueError, LookupError, AttributeError, TypeError):  # headers of spam break the parser of the library
        return ""


def _content(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    return decode(payload, part.get_content_charset())


def _header(message: Message, name: str) -> str:
    try:
        return " ".join(str(message[name] or "").split())[:LONGEST_HEADER]
    except (ValueError, LookupError, AttributeError, TypeError):
        return ""


def _part_quotations(text: str) -> tuple[str, tuple[Removed, ...]]:
    """The message itself, and its signature and the messages it answers."""
    removed: list[Removed] = []
    signature = _SIGNATURE.search(text)
    if signature:
        removed.append(Removed("boilerplate", text[signature.start() :].strip()))
        text = text[: signature.start()]
    quoted = _QUOTED.search(text)
    if quoted and text[: quoted.start()].strip() and _is_quoted_to_the_end(text[quoted.end() :]):
        removed.append(Removed("comments", text[quoted.start() :].strip()))
        text = text[: quoted.start()]
    return text, tuple(removed)


def _is_quoted_to_the_end(text: str) -> bool:
    return all(line.startswith(">") for line in text.split("\n") if line.strip())


def _unwrap(text: str) -> tuple[str, ...]:
    lines = text.split("\n")
    longest = max(len(line) for line in lines)
    if not WRAPPED[0] <= longest <= WRAPPED[1]:
        return tuple(line for line in lines if line.strip())
    return join_lines(lines).lines
