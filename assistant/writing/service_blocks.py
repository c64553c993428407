"""Service blocks: the essentials, key dates, who is who, questions and answers, from the sources' own sentences.

They tell again, in another form, what the sections tell: they are marked by their kind and never count as new facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from assistant.lang import pack
from assistant.model import Draft, Passage, Piece, Section, SectionKind, new_id
from assistant.text.markup import escape_markdown
from assistant.text.words import count_words
from assistant.writing.cues import cues
from assistant.writing.editing import printed
from assistant.writing.resemblance import cosine, name_key
from assistant.writing.roles import role_of
from assistant.writing.sentences import Sentence, is_damaged, phrase_pattern, plain
from assistant.writing.story import Fact, Story, tell
from assistant.writing.tokens import capitalised

MOST_ESSENTIALS: Final = 5
FEWEST_ENTRIES: Final = 2
MOST_ENTRIES: Final = 8
FEWEST_ENTRY_WORDS: Final = 8
LONGEST_ENTRY_WORDS: Final = 45
"""Words of a sentence that an entry may hold. House rule: a list of long sentences is not read."""

UNSAID_YEAR: Final = 9999
ANSWER_LIKENESS: Final = 0.15
"""Share of the lead that an answer to who and when tells too: it is about the same event. House rule."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_NAME = r"[A-ZÀ-Þ][\w’'-]+(?: (?:(?:d[eu]|la|le|van|von|bin|al) )?[A-ZÀ-Þ][\w’'-]*){1,3}"

FULL_NAME_WORDS: Final = 2
_MONEY = re.compile(r"[€$£]|\beuros?\b|\bdollars?\b|\bpounds?\b")
_CLOCK = re.compile(r"\d ?(?:h\b|heures?\b|am\b|pm\b)|\(\d+[-–]\d+\)")
_ARTICLE: Final = "(?:[Ll]e|[Ll]a|[Ll]’|[Tt]he)"
_ARTICLE_BEFORE = re.compile(r"\b(?:la|le|les|des|du|the) $|l’$")

Told = Sequence[tuple[Fact, Sentence]]


def propose_service_sections(draft: Draft) -> tuple[Section, ...]:
    """Return the service blocks that the sources can fill, ready to be added to the outline; empty without facts.

    Each is bound to the passages that its entries come from; `target_words` are the words that it will have.
    """
    story = tell(draft)
    words = cues(draft.language)
    proposals: tuple[tuple[SectionKind, str, list[Fact]], ...] = (
        ("essentials", words.essentials_heading, _essential_facts(story)),
        ("dates", words.dates_heading, _dated_facts(story)),
        ("people", words.people_heading, [fact for fact, _ in _people(story).values()]),
        ("questions", words.questions_heading, list(_answers(story).values())),
    )
    sections: list[Section] = []
    for kind, heading, facts in proposals:
        unique = list(dict.fromkeys(facts))
        if len(unique) < FEWEST_ENTRIES:
            continue
        text = "".join(piece.text for piece in service_pieces(story, kind, [(fact, fact.sentence) for fact in unique]))
        passages = tuple(passage for fact in unique for passage in fact.passages)
        sections.append(Section(new_id(), 2, heading, passages, count_words(text), kind))
    return tuple(sections)


def service_pieces(story: Story, kind: SectionKind, told: Told) -> Iterator[Piece]:
    """Yield the entries of a service block from the facts that are bound to it, each with its passages."""
    if kind == "people":
        entries = _people_entries(story, told)
    elif kind == "questions":
        entries = _question_entries(story, told)
    else:
        entries = [(f"- {_escaped(sentence.text, story)}", fact.passages) for fact, sentence in told]
    gap = "\n\n" if kind == "questions" else "\n"
    for place, (text, passages) in enumerate(entries):
        yield Piece((gap if place else "") + text, passages)


def _escaped(text: str, story: Story) -> str:
    return escape_markdown(printed(text, story.language))


def _essential_facts(story: Story) -> list[Fact]:
    """Return 3 to 5 facts: the lead, what several sources tell, what opens a source; none that leans on another."""
    if len(story.facts) < 2 * MOST_ESSENTIALS - 2:
        return []
    free = [fact for fact in story.facts if _stands_alone(fact, story)]
    centre = story.centre()
    worth = {fact: cosine(story.vector((fact.index,)), centre) for fact in free}
    ranked = sorted(free, key=lambda fact: (fact.index != story.lead, -len(fact.twins), -worth[fact], fact.index))
    return sorted(ranked[:MOST_ESSENTIALS], key=lambda fact: (fact.index != story.lead, fact.index))


def _stands_alone(fact: Fact, story: Story) -> bool:
    """Whether the sentence tells its fact by itself: not leaning, with a verb, neither a scrap nor a paragraph."""
    sentence = fact.sentence
    verbs = set(plain(sentence.text).split()) & cues(story.language).auxiliaries
    return not sentence.leans and bool(verbs) and FEWEST_ENTRY_WORDS <= sentence.words <= LONGEST_ENTRY_WORDS


def _dated_facts(story: Story) -> list[Fact]:
    """Return the facts with a year or a full date, oldest first.

    A day without its year belongs to the news: it comes behind all years that are over, and is left out where a year
    to come is told too, since nobody says which of them is first.
    """
    dated: list[tuple[int, int, int, Fact]] = []
    coming = False
    for fact in story.facts:
        when = _date(fact.sentence.text, story.language)
        if when and _is_entry(fact, story):
            dated.append((*when, fact.index, fact))
            coming = coming or (when[0] < UNSAID_YEAR and role_of(fact.sentence.text, story.language) == "next")
    if coming and sum(year < UNSAID_YEAR for year, *_ in dated) >= FEWEST_ENTRIES:
        dated = [item for item in dated if item[0] < UNSAID_YEAR]
    return [fact for *_, fact in sorted(dated, key=lambda item: item[:3])][:MOST_ENTRIES]


def _is_entry(fact: Fact, story: Story) -> bool:
    """Whether the sentence may stand in a list alone: not leaning, not damaged, no paragraph of its own."""
    sentence = fact.sentence
    whole = not sentence.leans and not is_damaged(sentence.text, story.language)
    return whole and not story.is_adrift(fact.index) and sentence.words <= LONGEST_ENTRY_WORDS


def _date(text: str, language: str) -> tuple[int, int] | None:
    """Return (year, month of the year and day) of the first date; the year is `UNSAID_YEAR` where it is not said."""
    months = "|".join(pack(language).months)
    day = re.search(
        rf"\b(\d{{1,2}})(?:er)? ({months})(?: (\d{{4}}))?|\b({months}) (\d{{1,2}}),? (\d{{4}})?", text, re.I
    )
    year = _YEAR.search(text)
    if day:
        number, month, said = (day[1], day[2], day[3]) if day[2] else (day[5], day[4], day[6])
        place = pack(language).months.index(month.lower()) + 1
        return (int(said) if said else int(year.group()) if year else UNSAID_YEAR), place * 100 + int(number)
    return (int(year.group()), 0) if year else None


def _people(story: Story) -> dict[str, tuple[Fact, str]]:
    """Return for each full name that a sentence introduces by a title: its fact and the title, both verbatim."""
    found: dict[str, tuple[Fact, str]] = {}
    known: set[str] = set()
    for fact in story.facts:
        for name, title in _introductions(fact.sentence.text, story.language):
            if name_key(name) not in known:
                known.add(name_key(name))
                found[name] = (fact, title)
    return dict(list(found.items())[:MOST_ENTRIES])


@lru_cache(maxsize=2048)
def _introductions(text: str, language: str) -> tuple[tuple[str, str], ...]:
    """Return (name, title) for `le ministre de la Défense Jean Petit` and `Jean Petit, maire de Lyon,`."""
    words = cues(language)
    titles = "|".join(sorted((re.escape(title) for title in words.person_titles), key=len, reverse=True))
    found: list[tuple[str, str]] = []
    for match in re.finditer(_NAME, text):
        start = match.start()
        if _ARTICLE_BEFORE.search(text[:start]) and len(match.group().split()) > FULL_NAME_WORDS:
            start += len(match.group().split()[0]) + 1  # `la Défense Jean Petit`: the first capital is the title's
        name, before, after = text[start : match.end()], text[:start], text[match.end() :]
        ahead = re.search(
            rf"\b(?:[Ll]e|[Ll]a|[Ll]’|[Tt]he) ?((?:{titles})\b[^,.;:«»()]{{0,70}})(,?) $", _accentless(before)
        )
        if ahead and ahead.group(2) and after[:1] not in (",", "."):
            ahead = None  # `le maire, Anne Petit et …`: a list, no apposition
        if ahead and not re.search(r"\b(?:a|ont|est|was|has|et|and)\b", _accentless(ahead.group(1))):
            title = before[ahead.start() :].strip(" ,")
            found.append((name, title[:1].lower() + title[1:]))
            continue
        behind = re.match(rf", ((?:(?:le|la|the|a) |l’)?(?:{titles})\b[^,.;:«»()]{{0,70}})[,.]", _accentless(after))
        if behind:
            found.append((name, after[behind.start(1) : behind.end(1)]))
    return tuple(found)


def _accentless(text: str) -> str:
    """Return `text` with small accented letters made plain, the length unchanged."""
    return text.translate(_PLAIN)


_PLAIN: Final = str.maketrans("àâäéèêëîïôöùûüç'", "aaaeeeeiioouuuc’")


def _people_entries(story: Story, told: Told) -> list[tuple[str, tuple[Passage, ...]]]:
    colon = cues(story.language).colon
    entries: list[tuple[str, tuple[Passage, ...]]] = []
    named: set[str] = set()
    for fact, sentence in told:
        for name, title in _introductions(sentence.text, story.language):
            if name_key(name) not in named:
                named.add(name_key(name))
                entries.append((f"- **{escape_markdown(name)}**{colon}{escape_markdown(title)}.", fact.passages))
    return entries


def _answers(story: Story) -> dict[str, Fact]:
    """Return for each neutral question the fact that answers it, each fact once."""
    free = [fact for fact in story.facts if _is_entry(fact, story) and not story.is_aside(fact.index)]
    centre = story.centre()
    worth = {fact: cosine(story.vector((fact.index,)), centre) for fact in free}
    free.sort(key=lambda fact: (fact.index != story.lead, -worth[fact], fact.index))
    answers: dict[str, Fact] = {}
    for kind in cues(story.language).questions:
        fitting = [fact for fact in free if fact not in answers.values() and _answers_to(kind, fact, story)]
        if fitting:
            answers[kind] = fitting[0]
    return answers


def _answers_to(kind: str, fact: Fact, story: Story) -> bool:
    text, language = fact.sentence.text, story.language
    if kind == "what":
        return fact.index == story.lead
    near = story.lead is not None and story.told_by(story.lead, fact.index) >= ANSWER_LIKENESS
    if kind == "who":
        return near and bool(_introductions(text, language))
    if kind == "when":
        when = _date(text, language)
        day = bool(set(plain(text).split()) & cues(language).relative_days) or bool(when and when[1])
        return near and day and role_of(text, language) != "context"
    if kind == "how-many":
        numbers = story.resemblance.contents[story.place_of(fact.sentence)].numbers
        passed_over = story.resemblance.time_units | (
            frozenset() if _MONEY.search(text) else story.resemblance.measures
        )
        counted = any(noun and noun not in passed_over and value > 2 for value, noun in numbers)
        digits = any(character.isdigit() for character in text)
        return counted and digits and _date(text, language) is None and not _CLOCK.search(text)
    return role_of(text, language) == "next" and bool(
        phrase_pattern(cues(language).role_cues["next"]).search(plain(text))
    )


def _question_entries(story: Story, told: Told) -> list[tuple[str, tuple[Passage, ...]]]:
    """Return each question with the sentence that answers it; what answers no question follows the last one."""
    questions = cues(story.language).questions
    kinds = {fact.index: kind for kind, fact in _answers(story).items()}
    entries: list[tuple[str, tuple[Passage, ...]]] = []
    for fact, sentence in told:
        kind = kinds.get(fact.index)
        question = f"**{questions[kind]}** " if kind else ""
        entries.append((question + _escaped(capitalised(sentence.text), story), fact.passages))
    return entries
