"""A paste cut into pieces: lines, and what was glued together within a line; each knows its place in the raw text."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from assistant.intake.language import ORDINARY_SHARE, function_word_share
from assistant.lang import pack
from assistant.lang.pack import word_set

_LINE: Final = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
BULLET: Final = re.compile(r"[ \t\u00a0]*(?:[•·▪●◦‣■►➢➤✓✔→*–—-]|\u2043|\uf0b7)[ \t\u00a0\u202f]+")
_INVISIBLE: Final = re.compile(
    r"[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069\x00-\x08\x0e-\x1f\x7f\x80-\x9f]"
)
_BLANKS: Final = re.compile(r"[ \t\u2000-\u2006\u2008\u200a\u205f\u3000\u1680]{1,}")
_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LOWER: Final = "a-zà-öø-ÿœ"
_UPPER: Final = "A-ZÀ-ÖØ-ÞŒ"
_OPENING_WORD: Final = rf"[{_UPPER}](?:[{_LOWER}]|[’' \u00a0-](?=[{_LOWER}{_UPPER}«]))"
_GLUE: Final = re.compile(
    # a sentence end, closed by a quotation mark or not, then a capitalised word or an opening quotation mark
    rf"(?:(?<=[{_LOWER}0-9%»”\")\]°€$])|(?<=[{_UPPER}]{{2}}))"
    rf"(?:(?:[.…]|[ \u00a0\u202f]?[!?])[.!?…]{{0,2}}(?:[ \u00a0\u202f]?[»”])?|"
    rf"[ \u00a0\u202f]?[.!?…]?[»”][.!?…]?|\))(?:\[\d{{1,3}}\])?"
    rf"(?=(?:[«“][ \u00a0\u202f]?)?{_OPENING_WORD})"
    # a lower-case word run into a capitalised one
    rf"|(?<=[{_LOWER}]{{2}})(?=[{_UPPER}](?:[{_LOWER}]{{1,20}}[ \u00a0,’'.-]|[’'][{_LOWER}{_UPPER}]|"
    rf"[ \u00a0][{_LOWER}]))"
)
_TOKEN_BEFORE: Final = re.compile(r"[^\s«“(]{0,60}$")
_TOKEN_AFTER: Final = re.compile(r"[^\s.,;:!?»”)]{1,60}")
_ADDRESS: Final = re.compile(r"https?:|www\.|@|\w/\w+/|\.(?:com|fr|org|net)\b", re.IGNORECASE)
CAMEL_CASE: Final = word_set(
    """
    YouTube LinkedIn WhatsApp TikTok WordPress PayPal GitHub OpenAI ChatGPT FaceTime JavaScript TypeScript
    PowerPoint PlayStation AirBnB DeepMind SpaceX OnlyFans BlaBlaCar WikiLeaks MasterCard BlackBerry
    BlackRock HarperCollins HuffPost BuzzFeed BibliObs ActuaLitté MediaPart FranceInfo FranceTV CheckNews
    LibéLabo TotalEnergies EssilorLuxottica ArcelorMittal LafargeHolcim GlaxoSmithKline AstraZeneca BioNTech
    CureVac ExxonMobil ConocoPhillips PricewaterhouseCoopers JPMorgan FedEx AccorHotels LeBron DeAndre
    MacBook MacArthur MacDonald MacKenzie McDonald McCain McCarthy McKinsey McGregor McLaren McConnell
    McCartney iPhone iPad iPod iCloud iMac iTunes iOS eBay macOS watchOS tvOS eSport eSports eCommerce
    """
)
_CAMEL_PREFIX: Final = re.compile(r"^(?:Mc|Mac|De|Di|La|Le|Van|Von|O|Fitz|Du|Des)$")


@dataclass(frozen=True)
class Piece:
    """A stretch of the raw text that will be judged as one.

    `start` and `end` point into the raw text, without the bullet; `text` is what a reader sees of it. `bullet_start` is
    where its bullet stands, or None. `glued`: nothing parts it from the piece before. `line` counts lines from 0.
    """

    start: int
    end: int
    text: str
    line: int
    glued: bool = False
    bullet_start: int | None = None

    @cached_property
    def words(self) -> list[str]:
        """The words in lower case, elided ones apart."""
        return [word.lower() for word in _WORD.findall(self.text)]

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether the piece ends as a sentence does, also before a note mark."""
        return bool(re.search(r"[.!?…»”\"][\s\d\[\]()*]{0,6}$|[^\W\d]\)$", self.text))

    def function_words(self, language: str) -> float:
        """The share 0..1 of function words; that of ordinary prose where a wrong decoding hides them."""
        if "Ã" in self.text or "â€" in self.text:
            return ORDINARY_SHARE
        return function_word_share(self.words, language)


def visible(text: str) -> str:
    """Return `text` as a reader sees it: one kind of space, nothing invisible, composed accents, no outer spaces."""
    text = _INVISIBLE.sub("", text)
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text)).strip()


def cut_pieces(raw: str, start: int, end: int, language: str) -> list[Piece]:
    """Return the pieces of `raw[start:end]` in order: lines, and their glued parts."""
    shapes = Counter(_WORD.findall(raw[start:end]))
    pieces: list[Piece] = []
    for number, line in enumerate(_LINE.finditer(raw, start, end)):
        bullet = BULLET.match(raw, line.start(), line.end())
        if bullet and not visible(raw[bullet.end() : line.end()]):
            bullet = None
        begin = bullet.end() if bullet else line.start()
        bullet_start = _first_visible(raw, line.start()) if bullet else None
        places = [begin, *_glue_places(raw, begin, line.end(), shapes, language), line.end()]
        for index, (left, right) in enumerate(itertools.pairwise(places)):
            piece = _piece(raw, left, right, number, glued=index > 0, bullet_start=bullet_start if index == 0 else None)
            if piece is not None:
                pieces.append(piece)
    return pieces


def _first_visible(raw: str, start: int) -> int:
    while raw[start].isspace():
        start += 1
    return start


def _piece(raw: str, left: int, right: int, line: int, *, glued: bool, bullet_start: int | None) -> Piece | None:
    text = visible(raw[left:right])
    if not text:
        return None
    while raw[left].isspace():
        left += 1
    while raw[right - 1].isspace():
        right -= 1
    return Piece(left, right, text, line, glued, bullet_start)


def _glue_places(raw: str, start: int, end: int, shapes: Counter[str], language: str) -> list[int]:
    places: list[int] = []
    opened = 0
    last = start
    for match in _GLUE.finditer(raw, start, end):
        place = match.end()
        opened += raw.count("«", last, place) - raw.count("»", last, place)
        last = place
        if match[0].endswith("»") and opened < 0:
            opened = 0
            continue  # a closing mark that closes nothing: a misplaced opening mark, see repairs
        if _is_boundary(raw, match.start(), place, start, shapes, language):
            places.append(place)
    return places


def _is_boundary(raw: str, at: int, place: int, line_start: int, shapes: Counter[str], language: str) -> bool:
    before = _TOKEN_BEFORE.search(raw, max(line_start, at - 60), at)
    after = _TOKEN_AFTER.match(raw, place)
    left, right = before[0] if before else "", after[0] if after else ""
    if _ADDRESS.search(left) or _ADDRESS.search(right):
        return False
    if raw[at:place].strip(" \u00a0\u202f"):
        mark = raw[at:place].strip(" \u00a0\u202f")
        return not (mark == "." and left.lower().rstrip(".") in pack(language).abbreviations)
    return _is_glued_capital(left, right, shapes, language)


def _is_glued_capital(left: str, right: str, shapes: Counter[str], language: str) -> bool:
    """Whether `left` + `right`, as in "mondeUn", are two words and not one name in camel case."""
    head = re.split(r"[’'-]", left)[-1]
    tail = re.split(r"[’'-]", right)[0]
    whole = head + tail
    if whole in CAMEL_CASE or shapes[whole] > 1 or _CAMEL_PREFIX.match(head) or any(c.isupper() for c in head[1:]):
        return False
    if len(head) >= 4 and head[0].islower():
        return True
    is_function_word = tail.lower() in pack(language).function_words
    return len(head) >= 3 and head.isalpha() and (is_function_word or (shapes[tail] > 0 and shapes[head] > 0))
