"""Who `il a ajouté` is, where the sentence that named him is left behind; and the days of another event, left off.

Both change the words of a source. The changed sentence is printed only where the sources still carry it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.model import Draft, Evidence, Passage
from assistant.text.words import fold
from assistant.writing.cues import cues
from assistant.writing.reduction import without_weekday
from assistant.writing.sentences import Sentence
from assistant.writing.story import Fact, Story
from assistant.writing.support import check_support
from assistant.writing.tokens import capitalised

_NAME = re.compile(
    r"\b[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ]?[a-zà-ÿ]+)?(?: (?:de|du|van|von|Le|La|Al|El|Mc|O’))?(?: [A-ZÀ-Þ][\w’-]+){1,3}"
)
_QUOTED = re.compile(r"[«“][^«»“”]{0,1500}[»”]")


@dataclass(frozen=True, slots=True)
class Wording:
    """What is printed for a fact, and where it is told; the sentence that names who speaks, too."""

    text: str
    passages: tuple[Passage, ...]


def safe_wording(draft: Draft, story: Story, fact: Fact, sentence: Sentence, text: str, *, alone: bool) -> Wording:
    """Return `text` with who speaks named where the sentence is `alone`, and without the days of another event.

    Unchanged where neither is needed, or where the sources would not carry the change.
    """
    wording = Wording(text, fact.passages)
    if alone and sentence.leans:
        named = _with_speaker(story, sentence, text)
        if named is not None:
            wording = _carried(draft, Wording(named[0], (*fact.passages, named[1].passage)), wording)
    if story.is_aside(fact.index):
        undated = without_weekday(_without_relative_time(wording.text, story.language), story.language)
        wording = _carried(draft, Wording(undated, wording.passages), wording)
    return wording


def _carried(draft: Draft, new: Wording, old: Wording) -> Wording:
    """Return the new wording where it is another one and every sentence of it is green, else the old one."""
    if new.text == old.text:
        return old
    checks = check_support(new.text, draft, (Evidence(0, len(new.text), new.passages),))
    return new if checks and all(check.verdict == "supported" for check in checks) else old


def _with_speaker(story: Story, sentence: Sentence, text: str) -> tuple[str, Sentence] | None:
    """Return the sentence with its speaker's name for the pronoun, and the sentence that has the name.

    None where no pronoun speaks, or where the sentence before it does not name exactly one person.
    """
    place = story.place_of(sentence)
    before = story.sentences[place - 1] if place else None
    if before is None or before.source != sentence.source:
        return None
    names = set(_NAME.findall(_QUOTED.sub("", before.text)))
    if len(names) != 1:
        return None
    (name,) = names
    opening, inverted, template = _speaking(story.language)
    if found := inverted.search(text):
        return f"{text[: found.start()]}{found.expand(template)} {name}{text[found.end() :]}", before
    found = opening.match(text)
    return (f"{name}{text[found.end('pronoun') :]}", before) if found else None


@lru_cache(maxsize=4)
def _speaking(language: str) -> tuple[re.Pattern[str], re.Pattern[str], str]:
    """Return what finds a pronoun that says something, at the beginning and behind a quotation, and the verb there."""
    words = cues(language)
    verbs = "|".join(sorted(map(re.escape, words.speech_verbs), key=len, reverse=True))
    pronouns = "|".join(words.speaking_pronouns)
    opening = re.compile(rf"(?P<pronoun>{pronouns}) (?:(?:a|avait|had|has) )?(?:\w+ment |aussi |also )?(?:{verbs})\b")
    if language == "fr":
        return opening, re.compile(rf"\ba-t-(?:il|elle) ({verbs})\b"), r"a \1"
    return opening, re.compile(rf"\b(?:he|she) ({verbs})\b(?=[.,])"), r"\1"


def _without_relative_time(text: str, language: str) -> str:
    """Return the sentence without the time of another day that opens it: `Plus tôt dans la semaine, …`."""
    start, comma, rest = text.partition(", ")
    is_time = fold(start).replace("’", " ") in cues(language).relative_times
    return capitalised(rest) if comma and is_time else text
