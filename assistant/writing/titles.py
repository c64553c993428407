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
from assistant.lang import pack
from assistant.model import Draft, Source
from assistant.text.matching import contains_keyphrase
from assistant.text.words import count_words, fold
from assistant.writing.clauses import main_clause, shortened
from assistant.writing.cues import cues
from assistant.writing.phrases import phrases
from assistant.writing.reduction import BETWEEN_COMMAS, reduced, with_whole
from assistant.writing.resemblance import compare
from assistant.writing.sentences import plain
from assistant.writing.story import Story, tell
from assistant.writing.support import verdict_of
from assistant.writing.tokens import capitalised, is_finite, read_tokens
from assistant.writing.vouching import vouched_clause

LONGEST_TITLE: Final = 65
"""Characters of a title. About 600 pixels in a result list, which `scorecard` measures exactly."""
LONGEST_OWN: Final = 90
"""Characters up to which the one source's own title is kept as it is. House rule: a result list shows two thirds."""
LONGEST_FALLBACK: Final = 110
LEAD_SENTENCES: Final = 4
"""First sentences of the lead's source in which the event is looked for. House rule: later ones tell details."""
SAME_EVENT: Final = (0.4, 3)
"""Share of a clause, and words, its verb among them, that a sentence in the source's own voice tells too, so that
nobody need be quoted for it. House rule: first names and descriptions of places make up the rest."""
SAME_NEWS: Final = 0.2
"""Share of the lead that another sentence tells which may give the title in its place. House rule."""
DATELINE_WORDS: Final = 4
LONGEST_PLACED: Final = 90
"""Characters of a title with the place before its colon; what a result list cuts off is its end. House rule."""
MOST_LABELS: Final = 2

SHORTEST_SENTENCE: Final = 25
"""Characters of the first sentence of a title that may stand without the second. House rule."""

_FIRST_SENTENCE = re.compile(r"((?:[^.?!«»]|«[^«»]{1,200}»)+?(?:[.?!…]|(?<=»)\.))\s+(?=[A-ZÀ-Þ«])")
_SITE_PREFIX = re.compile(r"^(?:Share )?All sharing options for: ", re.IGNORECASE)
_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")
_DATELINE = re.compile(r"([^:«»]{2,40}?)[ \u00a0\u202f]?:[ \u00a0\u202f](?=\S)")
_UNSPECIFIC = frozenset(["un", "une", "des", "a", "an"])
_LABEL = re.compile(r"\w[ \u00a0\u202f]?: ?[\w«]")
_QUOTED_END = re.compile(r"«[^«»]{0,600}»,?[ \u00a0\u202f]([^«»]{2,400})$")


def propose_title(draft: Draft) -> str:
    """Return the title of the lead's source, else the event that the lead tells; empty without a sentence.

    Where that source has neither of at most 65 characters, another source's title may serve. Shortened where a sentence
    or a clause can be left off safely, else as long as it is.
    """
    story = tell(draft)
    titles = {source.id: _own_title(story, source) for source in draft.sources}
    fitted = {source: _fitted(story, title, draft.language) for source, title in titles.items() if title}
    if story.lead is None:
        return next(iter(fitted.values()), "")
    home = story.facts[story.lead].sentence.source
    if home in fitted:
        length = _without_place(fitted[home])
        if length <= LONGEST_TITLE or (len(fitted) == 1 and length <= LONGEST_OWN):
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
        if text and (not story.sentences or story.keys_of(text)) and names_something(text, story.language):
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
        found = [
            clause
            for clause in _clauses(story, sentence.text, draft.language)
            if clause
            and names_something(clause, draft.language)
            and verdict_of(clause, draft.sources, draft.language) != "altered"
        ]
        if found:
            best = min(found, key=lambda clause: (not _named(draft, clause), -len(clause)))
            whole = with_whole(best, sentence.text, draft.language, longest=LONGEST_TITLE)
            return best if verdict_of(whole, draft.sources, draft.language) == "altered" else whole
    return None


def _clause(text: str, language: str) -> str | None:
    return main_clause(text, language, longest=LONGEST_TITLE, borders=cues(language).title_borders)


def _clauses(story: Story, sentence: str, language: str) -> Iterator[str | None]:
    """Yield clauses of the sentence: as it is, reduced, and without a reporter where a source says the same itself."""
    text = _short_reporter(language).sub(r"\1\2", sentence)
    yield _clause(text, language)
    yield _clause(reduced(text, language), language)
    yield vouched_clause(text, language, longest=LONGEST_TITLE)
    for match in BETWEEN_COMMAS.finditer(text):
        tokens = read_tokens(match.group(1))
        if is_attributed(match.group(1), language) and tokens[0].folded in cues(language).auxiliaries:
            clause = _clause(text[: match.start()] + "," + text[match.end() :], language)
            if clause and _says_itself(story, clause, language):
                yield clause


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


def _fitted(story: Story, title: str, language: str) -> str:
    """Return the title without the name of the site, and shortened where it is too long and may be.

    The place before a colon stays, for a local reader looks for it, unless the title names it again.
    """
    title = _SITE_PREFIX.sub("", title)
    title = _SITE_SUFFIX.sub("", title) if len(title) > LONGEST_TITLE else title
    if len(title) <= LONGEST_TITLE:
        return title
    first = _FIRST_SENTENCE.match(title)
    if first is not None and SHORTEST_SENTENCE <= len(first.group(1)) <= LONGEST_TITLE:
        return first.group(1).rstrip(".")
    dateline = _DATELINE.match(title)
    rest = title[dateline.end() :] if dateline else ""
    if dateline and count_words(dateline.group(1)) <= DATELINE_WORDS and dateline.group(1)[0].isupper():
        named = all(word[:1].isupper() for word in re.split(r"[\s-]+", dateline.group(1)) if len(word) > 3)
        if named and count_words(rest) >= DATELINE_WORDS and len(rest) <= LONGEST_TITLE:
            keeps = _is_place(story, dateline.group(1)) and len(title) <= LONGEST_PLACED
            return title if keeps else capitalised(rest)
    shorter = reduced(title, language)
    if len(shorter) <= LONGEST_TITLE:
        return shorter
    return shortened(title, language, longest=LONGEST_TITLE) or title


def _without_place(title: str) -> int:
    """Return the characters of the title behind the place that it begins with; of all of it without one."""
    dateline = _DATELINE.match(title)
    return len(title) - (dateline.end() if dateline and len(title) <= LONGEST_PLACED else 0)


def _is_place(story: Story, name: str) -> bool:
    """Whether the sentences of the story say of something that it is there, or comes from there."""
    found = re.compile(rf"\b(?:[àÀ]|en|de|d[’']|in|at|of|from|near) ?{re.escape(name)}(?!\w)", re.IGNORECASE)
    return any(found.search(sentence.text) for sentence in story.sentences)


def names_something(title: str, language: str) -> bool:
    """Whether a line can be a title: no date, no labels with their figures, as `Spectateurs : 640. Score : 2`."""
    words = cues(language)
    calendar = {fold(month)[:3] for month in pack(language).months} | words.relative_days
    said = [word for word in plain(title).split() if not word.isdigit() and word not in words.determiners]
    is_date = all(word in words.relative_days or word[:3] in calendar for word in said)
    return not is_date and len(_LABEL.findall(title)) < MOST_LABELS


def _named(draft: Draft, title: str) -> bool:
    return bool(draft.keyphrase) and contains_keyphrase(title, (draft.keyphrase, *draft.synonyms), draft.language)


def _title_worth(draft: Draft, story: Story, title: str) -> float:
    texts = [title, *(fact.sentence.text for fact in story.facts[:200])]
    resemblance = compare(texts, draft.language)
    lead = resemblance.likeness(0, 1 + story.lead) if story.lead is not None and story.lead < 200 else 0.0
    return (len(title) <= LONGEST_TITLE) + _named(draft, title) + 2 * lead


def _longer_title(story: Story, language: str) -> str:
    """Return the best that is left: a longer clause of a lead, a phrase of it that is about something, the lead."""
    lead = reduced(story.facts[story.lead or 0].sentence.text, language)
    others = (story.sentences[place].text for place in sorted(story.leads))
    for text in (lead, *(reduced(other, language) for other in others)):
        clause = (
            main_clause(text, language, longest=LONGEST_FALLBACK, most_words=20)
            or vouched_clause(text, language, longest=LONGEST_FALLBACK)
            or shortened(text, language, longest=LONGEST_FALLBACK, fewest_words=5, needs_verb=True)
        )
        if clause and names_something(clause, language):
            return clause
    unsaid = tuple(f"{word} " for word in ("un", "une", "des", "a", "an"))
    found = [
        phrase
        for phrase in phrases(lead, language)
        if phrase.kind != "quote" and not plain(phrase.text)[1:].startswith(unsaid)
    ]
    if found:
        return max(found, key=lambda phrase: phrase.words).text
    return lead.rstrip(" .") if len(lead) <= LONGEST_FALLBACK else lead[:LONGEST_FALLBACK].rsplit(" ", 1)[0] + "…"


def _is_unspecific(phrase: str) -> bool:
    """Whether the phrase speaks of somebody or something unknown: `Un conducteur`."""
    return (plain(phrase).split() or [""])[0] in _UNSPECIFIC
