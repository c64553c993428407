"""Accidents of a paste mended within one block: glued words, broken names, misplaced quotation marks, wrong decoding.

A repair is applied when only one reading is possible; a doubtful one is proposed and leaves the text as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from assistant.intake.lines import Piece
from assistant.intake.plain import plain
from assistant.lang import pack
from assistant.lang.pack import word_set
from assistant.model import Repair

_LOWER: Final = "a-zà-öø-ÿœ"
_UPPER: Final = "A-ZÀ-ÖØ-ÞŒ"
_WORD: Final = re.compile(rf"[{_UPPER}{_LOWER}]{{3,40}}")
_CAPITALISED: Final = re.compile(rf"(?<![{_UPPER}{_LOWER}])[{_UPPER}][{_LOWER}]+(?![{_UPPER}{_LOWER}])")
_NAME: Final = rf"[{_UPPER}][{_UPPER}{_LOWER}]*"
_BROKEN_NAME: Final = re.compile(rf"(?P<left>{_NAME}(?:[ -]{_NAME}){{0,3}})\. (?P<right>{_NAME})(?![{_UPPER}{_LOWER}])")
_MISPLACED_QUOTE: Final = re.compile(
    rf"(?P<stop>[.!?…:,])(?P<gap>[ \u00a0\u202f]?)»(?P<gap_after>[ \u00a0\u202f]?)(?=[{_UPPER}])"
)
_STRAY_STOP: Final = re.compile(
    rf"(?P<left>[{_LOWER}]{{3,40}})\. (?P<right>{_NAME}(?:[ -]{_NAME}){{0,2}} [–—]) "
    r"(?=(?:une?|la|les?|an?|the) [^.!?–—]{3,120} (?:qui|que|dont|that|which|who) )"
)
_MOJIBAKE: Final = re.compile(r"(?:[ÃÂ][\u0080-\u00bf€-™šœžŸŠŒŽ‚ƒ„…†‡ˆ‰‹‘’“”•–—˜]|â€[™œ\x9d˜“”¦¢])")
_CHUNK: Final = re.compile(r"\S{1,80}")

# What may follow a name when a paste swallowed the space: prepositions, conjunctions, and the verbs of reported speech.
_RIGHT_HALVES: Final[dict[str, frozenset[str]]] = {
    "fr": word_set(
    """
    dans pour avec sans sous lors dont mais vers chez entre selon après avant depuis pendant lorsque alors
    ainsi afin tandis jusqu contre parmi malgré puis quand comme précise précisent affirme
    affirment explique expliquent déclare déclarent annonce annoncent indique indiquent ajoute ajoutent
    estime estiment assure assurent rappelle rappellent souligne soulignent rapporte rapportent raconte
    racontent confirme confirment dénonce demande répond insiste conclut reconnaît prévient poursuit relève
    résume regrette situé située situés situées parti partie partis né née basé basée arrivé arrivée publié
    publiée accompagné accompagnée dirigé dirigée appelé appelée nommé nommée considéré considérée organisé
    organisée rencontré était étaient avait avaient aurait serait sera seront doit devrait peut pourrait
    """
),
    "en": word_set(
    """
    in with from into after before during while where which that who whose when because although between
    against within without about under over since until said says told told announced reported added
    explained warned declared confirmed argued located based born known called was were has had will would
    could
    """
),
}  # fmt: skip
_SHORTEST_CERTAIN: Final = 4
# How far around a place a repair looks, in characters, so that a long line costs no more than many short ones.
LOOK_BACK: Final = 120
LONGEST_QUOTATION: Final = 2_000
# Words that happen to end like one of the above.
_WHOLE_WORDS: Final = word_set(
    """
    désormais jamais cependant univers divers travers envers revers pervers partout surtout dehors encore
    ailleurs hivers within without wherein herein therein berlin dublin martin justin kevin austin benjamin
    """
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the whole text knows: its words as they stand, and its folded running text for looking up names."""

    words: Counter[str]
    lower: frozenset[str]
    running: str
    language: str


def read_vocabulary(pieces: list[Piece], language: str) -> Vocabulary:
    """Return the words and names of the text, against which a repair is judged."""
    words = Counter(word for piece in pieces for word in _WORD.findall(piece.text))
    running = " ".join(plain(piece.text).replace("-", " ") for piece in pieces)
    return Vocabulary(words, frozenset(word for word in words if word[0].islower()), f" {running} ", language)


def repair_text(text: str, vocabulary: Vocabulary) -> tuple[str, tuple[Repair, ...]]:
    """Return the mended text of a block and its repairs, the proposed ones included."""
    repairs: list[Repair] = []
    text = _repair_decoding(text, repairs)
    text = _repair_quotes(text, vocabulary.language, repairs)
    text = _repair_names(text, vocabulary, repairs)
    text = _repair_glued_words(text, vocabulary, repairs)
    _propose_joins(text, repairs)
    return text, tuple(repairs)


def _propose_joins(text: str, repairs: list[Repair]) -> None:
    """A sentence cut before a name and a dash, "le port. Kerlann – une ville qui", is mended by the journalist only."""
    repairs.extend(
        Repair("stray-stop", f"{match['left']}. {match['right']}", f"{match['left']}, {match['right']}", applied=False)
        for match in _STRAY_STOP.finditer(text)
    )


def _repair_decoding(text: str, repairs: list[Repair]) -> str:
    """UTF-8 that was read as Windows-1252: "Ã©" is é."""
    if not _MOJIBAKE.search(text):
        return text

    def mend(match: re.Match[str]) -> str:
        if not _MOJIBAKE.search(match[0]):
            return match[0]
        try:
            mended = match[0].encode("cp1252").decode("utf-8")
        except UnicodeError:
            return match[0]
        repairs.append(Repair("encoding", match[0], mended))
        return mended

    return _CHUNK.sub(mend, text)


def _repair_quotes(text: str, language: str, repairs: list[Repair]) -> str:
    """A closing mark that closes nothing and stands before a capital opens a quotation: "dit-il. »Il" → ". « Il"."""
    opening = pack(language).quotation_marks[0] if language == "fr" else "« "
    result, last = "", 0
    for match in _MISPLACED_QUOTE.finditer(text):
        before = text[max(0, match.start() - LONGEST_QUOTATION) : match.start()]
        after = text[match.end() : match.end() + LONGEST_QUOTATION]
        if before.count("«") > before.count("»") or "»" not in after:
            continue
        next_opening = after.find("«")
        if 0 <= next_opening < after.find("»"):
            continue
        mended = f"{match['stop']} {opening}"
        word = re.match(r"\S{0,30}", after)
        context = word[0] if word else ""
        repairs.append(Repair("quote-mark", match[0] + context, mended + context))
        result += text[last : match.start()] + mended
        last = match.end()
    return result + text[last:]


def _repair_names(text: str, vocabulary: Vocabulary, repairs: list[Repair]) -> str:
    """A name cut by a full stop, "Kim Jong. Un", that stands whole elsewhere in the text."""

    def mend(match: re.Match[str]) -> str:
        whole = plain(f"{match['left']} {match['right']}").replace("-", " ")
        if len(whole.split()) < 3 or vocabulary.running.count(f" {whole} ") == 0:
            return match[0]
        mended = f"{match['left']} {match['right']}"
        repairs.append(Repair("broken-name", match[0], mended))
        return mended

    return _BROKEN_NAME.sub(mend, text)


def _repair_glued_words(text: str, vocabulary: Vocabulary, repairs: list[Repair]) -> str:
    result, last = "", 0
    for match in _CAPITALISED.finditer(text):
        split = _split_glued(match[0], text[max(0, match.start() - LOOK_BACK) : match.start()], vocabulary)
        if split is None:
            continue
        left, right, certain = split
        repairs.append(Repair("glued-words", match[0], f"{left} {right}", applied=certain))
        if certain:
            result += f"{text[last : match.start()]}{left} {right}"
            last = match.end()
    return result + text[last:]


def _split_glued(token: str, before: str, vocabulary: Vocabulary) -> tuple[str, str, bool] | None:
    """How a capitalised token comes apart, and whether that is certain; None when it is one word."""
    if vocabulary.words[token] > 1 or token.lower() in _WHOLE_WORDS or token.lower() in vocabulary.lower:
        return None
    rights = _RIGHT_HALVES.get(vocabulary.language, frozenset()) | {"et", "and", "est", "is"}
    opens_sentence = not before.strip() or bool(re.search(r"[.!?…:«“\"]\s*$", before))
    for place in range(2, len(token) - 1):
        left, right = token[:place], token[place:]
        if right not in rights:
            continue
        known = vocabulary.words[left] > 0 or _ends_known_name(before, left, vocabulary)
        if known and len(right) >= 3:
            return left, right, True
        if not opens_sentence and len(left) >= _SHORTEST_CERTAIN and len(right) >= _SHORTEST_CERTAIN:
            return left, right, True
        if len(left) >= _SHORTEST_CERTAIN and not opens_sentence and (known or len(right) >= 3):
            return left, right, False
    return None


def _ends_known_name(before: str, left: str, vocabulary: Vocabulary) -> bool:
    """Whether the capitalised words before the token and `left` make a name that stands elsewhere."""
    name = re.search(rf"(?:{_NAME}[ -]){{1,3}}$", before)
    if name is None:
        return False
    whole = plain(name[0] + left).replace("-", " ")
    return f" {whole} " in vocabulary.running
