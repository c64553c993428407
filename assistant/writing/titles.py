"""The title of the article: the source's own, else the event of the lead, in the sources' own words.

What is left off a sentence that is too long is what it can do without: a name between commas, the day, and who
reported it where the sources also say it themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from assistant.facts.attribution import is_attributed, is_conditional
from assistant.model import Draft, Source
from assistant.text.matching import contains_keyphrase
from assistant.text.words import count_words
from assistant.writing.clauses import main_clause, shortened
from assistant.writing.cues import cues
from assistant.writing.phrases import phrases
from assistant.writing.reduction import BETWEEN_COMMAS, reduced, with_whole, without_weekday
from assistant.writing.resemblance import compare
from assistant.writing.story import Story, tell
from assistant.writing.tokens import capitalised, is_finite, read_tokens

LONGEST_TITLE: Final = 65
"""Characters of a title. About 600 pixels in a result list, which `scorecard` measures exactly."""
LONGEST_FALLBACK: Final = 110
LEAD_SENTENCES: Final = 4
"""First sentences of the lead's source in which the event is looked for. House rule: later ones tell details."""
SAME_EVENT: Final = (0.4, 3)
"""Share of a clause, and words, its verb among them, that a sentence in the source's own voice tells too, so that
nobody need be quoted for it. House rule: first names and descriptions of places make up the rest."""
SAME_NEWS: Final = 0.2
"""Share of the lead that another sentence tells which may give the title in its place. House rule."""
DATELINE_WORDS: Final = 4

_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")
_DATELINE = re.compile(r"([^:«»]{2,40}?)[ \u00a0\u202f]?:[ \u00a0\u202f](?=\S)")
_LAST_COMMA = re.compile(r",[ \u00a0\u202f]([^,;:«»“”()]{4,60}?)\.?$")
_QUOTED_END = re.compile(r"«[^«»]{0,600}»,?[ \u00a0\u202f]([^«»]{2,400})$")


def propose_title(draft: Draft) -> str:
    """Return the title of the lead's source, else the event that the lead tells; empty without a sentence.

    Where that source has neither of at most 65 characters, another source's title may serve. Shortened where a clause
    can be left off safely, else as long as it is.
    """
    story = tell(draft)
    titles = {source.id: _own_title(story, source) for source in draft.sources}
    fitted = {source: _fitted(title, draft.language) for source, title in titles.items() if title}
    if story.lead is None:
        return next(iter(fitted.values()), "")
    home = story.facts[story.lead].sentence.source
    if home in fitted and (len(fitted[home]) <= LONGEST_TITLE or len(fitted) == 1):
        return fitted[home]
    event = _event(draft, story, home)
    if event:
        return event
    if fitted:
        return max(fitted.values(), key=lambda title: _title_worth(draft, story, title))
    return _longer_title(story, draft.language)


def _own_title(story: Story, source: Source) -> str:
    """Return the title of the source; its standfirst, or nothing, where the title is of another world than the story.

    A line of buttons, `Partager Imprimer`, is taken for a title now and then.
    """
    for line in (source.title, source.dek):
        text = (line or "").strip().rstrip(".")
        if text and (not story.sentences or story.keys_of(text)):
            return text
    return ""


def _event(draft: Draft, story: Story, home: str) -> str | None:
    """Return the clause of the lead, else of a sentence near it, that fits and names the event best; None without."""
    near = [story.facts[story.lead or 0].sentence]
    near.extend(
        fact.sentence
        for fact in story.facts
        if fact.sentence.source == home
        and fact.sentence.place < LEAD_SENTENCES
        and not fact.sentence.leans
        and fact.sentence is not near[0]
        and story.told_by(story.lead or 0, fact.index) >= SAME_NEWS
    )
    for sentence in near:
        found = [clause for clause in _clauses(story, sentence.text, draft.language) if clause]
        if found:
            best = min(found, key=lambda clause: (not _named(draft, clause), -len(clause)))
            return with_whole(best, sentence.text, draft.language, longest=LONGEST_TITLE)
    return None


def _clause(text: str, language: str) -> str | None:
    return main_clause(text, language, longest=LONGEST_TITLE, borders=cues(language).title_borders)


def _clauses(story: Story, sentence: str, language: str) -> Iterator[str | None]:
    """Yield clauses of the sentence: as it is, reduced, and without a reporter where a source says the same itself."""
    text = _short_reporter(language).sub(r"\1\2", sentence)
    yield _clause(text, language)
    yield _clause(reduced(text, language), language)
    yield _vouched(text, language, longest=LONGEST_TITLE)
    for match in BETWEEN_COMMAS.finditer(text):
        tokens = read_tokens(match.group(1))
        if is_attributed(match.group(1), language) and tokens[0].folded in cues(language).auxiliaries:
            clause = _clause(text[: match.start()] + "," + text[match.end() :], language)
            if clause and _says_itself(story, clause, language):
                yield clause


def _vouched(sentence: str, language: str, *, longest: int) -> str | None:
    """Return a clause with who vouches for it at the end of the sentence: `La halle rouvrira, a annoncé la mairie`."""
    end = _LAST_COMMA.search(sentence)
    if end is None or not is_attributed(end.group(1), language):
        return None
    tail = without_weekday(end.group(1), language)
    rest = without_weekday(reduced(sentence[: end.start()], language), language)
    most = longest - len(tail) - 2
    borders = cues(language).title_borders
    clause = main_clause(rest, language, longest=most, most_words=20, borders=borders)
    return f"{clause}, {tail}" if clause else None


@lru_cache(maxsize=8)
def _short_reporter(language: str) -> re.Pattern[str]:
    """Return what finds `selon l’agence de presse officielle Tass`, whose description a title can do without."""
    according = "|".join(cues(language).according)
    return re.compile(rf"((?:{according}) )(?:[a-zà-ÿ’']+[ ’']){{1,7}}([A-ZÀ-Þ][\w-]+)(?=[,.;])")


def _says_itself(story: Story, clause: str, language: str) -> bool:
    """Whether a sentence of the sources tells the clause, and hands it to nobody."""
    keys = story.keys_of(clause)
    tokens = read_tokens(clause)
    verb = next((place for place in range(1, len(tokens)) if is_finite(tokens, place, cues(language))), None)
    if verb is None or verb + 1 >= len(tokens):
        return False
    action = story.keys_of(clause[tokens[verb].start : tokens[verb + 1].end])
    share, fewest = SAME_EVENT
    for place, sentence in enumerate(story.sentences):
        quoted = _QUOTED_END.search(sentence.text)
        own = sentence.text[: quoted.start()] if quoted else sentence.text
        if clause in own or is_attributed(own, language) or is_conditional(own, language):
            continue
        told = keys & story.resemblance.contents[place].keys
        told_enough = story.resemblance.weight(told) >= share * story.resemblance.weight(keys)
        if len(told) >= fewest and told_enough and action and action <= told:
            return True
    return False


def _fitted(title: str, language: str) -> str:
    """Return the title without the name of the site, and shortened where it is too long and may be."""
    title = _SITE_SUFFIX.sub("", title) if len(title) > LONGEST_TITLE else title
    if len(title) <= LONGEST_TITLE:
        return title
    dateline = _DATELINE.match(title)
    rest = title[dateline.end() :] if dateline else ""
    if dateline and count_words(dateline.group(1)) <= DATELINE_WORDS and dateline.group(1)[0].isupper():
        named = all(word[:1].isupper() for word in re.split(r"[\s-]+", dateline.group(1)) if len(word) > 3)
        if named and count_words(rest) >= DATELINE_WORDS and len(rest) <= LONGEST_TITLE:
            return capitalised(rest)
    shorter = reduced(title, language)
    if len(shorter) <= LONGEST_TITLE:
        return shorter
    return shortened(title, language, longest=LONGEST_TITLE) or title


def _named(draft: Draft, title: str) -> bool:
    return bool(draft.keyphrase) and contains_keyphrase(title, (draft.keyphrase, *draft.synonyms), draft.language)


def _title_worth(draft: Draft, story: Story, title: str) -> float:
    texts = [title, *(fact.sentence.text for fact in story.facts[:200])]
    resemblance = compare(texts, draft.language)
    lead = resemblance.likeness(0, 1 + story.lead) if story.lead is not None and story.lead < 200 else 0.0
    return (len(title) <= LONGEST_TITLE) + _named(draft, title) + 2 * lead


def _longer_title(story: Story, language: str) -> str:
    """Return the best that is left: a longer clause, a phrase of the lead, the lead itself."""
    lead = reduced(story.facts[story.lead or 0].sentence.text, language)
    longest = LONGEST_FALLBACK
    whole = main_clause(lead, language, longest=longest, most_words=20)
    clause = (
        whole
        or _vouched(lead, language, longest=longest)
        or shortened(lead, language, longest=LONGEST_FALLBACK, fewest_words=5)
    )
    if clause:
        return clause
    found = [phrase for phrase in phrases(lead, language) if phrase.kind != "quote"]
    if found:
        return max(found, key=lambda phrase: phrase.words).text
    return lead.rstrip(" .") if len(lead) <= LONGEST_FALLBACK else lead[:LONGEST_FALLBACK].rsplit(" ", 1)[0] + "…"
