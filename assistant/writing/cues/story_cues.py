"""The shape of the data that tells what a sentence does in a news story, one value a language.

All words and phrases are folded as `assistant.text.words.fold` folds them, with a space for every apostrophe and
hyphen; a final `*` stands for any ending.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


def listed(text: str) -> tuple[str, ...]:
    """Return the phrases of `text`, which commas or line ends part."""
    return tuple(phrase.strip() for line in text.splitlines() for phrase in line.split(",") if phrase.strip())


def words_of(text: str) -> frozenset[str]:
    """Return the words of `text`, which spaces part."""
    return frozenset(text.split())


Role = Literal["fact", "declarations", "reactions", "context", "next"]
ROLES: tuple[Role, ...] = ("fact", "declarations", "reactions", "context", "next")


@dataclass(frozen=True, slots=True)
class StoryCues:
    """What the extractive writer knows of one language; every field is filled in every language (a test looks)."""

    code: str
    role_cues: Mapping[Role, tuple[str, ...]]
    """Phrases that show what a sentence does; the fact itself has none, it is what remains."""
    dependent_openings: tuple[str, ...]
    """First words of a sentence that need the sentence before it: pronouns, demonstratives, possessives."""
    dependent_phrases: tuple[str, ...]
    """Phrases anywhere that lean on what was said before: `a t il ajoute`."""
    dependent_nouns: tuple[str, ...]
    """Definite first words that name something by its kind only: `l agence`, `le texte`."""
    reporting_nouns: tuple[str, ...]
    """First words that name who reports by its kind; they lean where no name follows: `l agence russe a indique`."""
    subject_pronouns: frozenset[str]
    speaking_words: frozenset[str]
    """Words that show that a quotation is somebody's sentence: `je`, `nous`, `il faut`."""
    impersonal: tuple[str, ...]
    """Openings with a pronoun that stands for nobody: `il y a`."""
    connectors: tuple[str, ...]
    """Openings, as written without their comma, that may be dropped when their sentence opens a paragraph."""
    determiners: frozenset[str]
    prepositions: frozenset[str]
    opening_articles: frozenset[str]
    """Articles that a heading may begin with."""
    event_nouns: frozenset[str]
    """Nouns that news is made of: what a heading may well be about."""
    event_endings: tuple[str, ...]
    """Endings of nouns that name an action: `tion`, `ment`."""
    bodies: frozenset[str]
    """Nouns with such an ending that name people or a place: `délégation`, `population`, `station`."""
    phrase_stops: frozenset[str]
    """Words that no noun phrase holds: conjunctions, relatives, auxiliaries, negations, pronouns."""
    possessives: frozenset[str]
    demonstratives: frozenset[str]
    indefinites: frozenset[str]
    """Words that stand for people or things named before: `tous`, `certains`."""
    auxiliaries: frozenset[str]
    """Finite forms of the commonest verbs: where one stands, a clause has its verb."""
    finite_verbs: frozenset[str]
    """Further finite forms of verbs that news is made of."""
    verbs_or_nouns: frozenset[str]
    """Those of `finite_verbs` that are nouns or participles too."""
    fronting_words: frozenset[str]
    """Further words that open a time or a place before the subject: `lors`, `apres`."""
    before_nouns: frozenset[str]
    """Adjectives that stand before their noun: what follows is no verb."""
    after_nouns: frozenset[str]
    """Words that show that the form before them is a noun or a participle: `demande de`, `killed by`."""
    clause_borders: tuple[str, ...]
    """Words at which a clause may be left off without changing what comes before: `apres`, `alors que`."""
    title_borders: tuple[str, ...]
    """Further borders for a title that is too long."""
    conditions: tuple[str, ...]
    """Words that may not be cut off a claim, because it does not hold without them."""
    vague_nouns: frozenset[str]
    """Nouns that announce nothing in a heading."""
    relative_days: frozenset[str]
    plain_places: tuple[tuple[str, str], ...]
    """How a title says where, as written: `dans la capitale ` is `à `."""
    finished: tuple[str, ...]
    """What opens the end of a longer event, as written, with the `after` that a title keeps of it as its last group."""
    relative_times: tuple[str, ...]
    """Phrases that date a fact by the day of its own source: `le mois dernier`."""
    day_parts: tuple[str, ...]
    """Words, as written, that part a day: `soir`."""
    time_units: frozenset[str]
    measures: frozenset[str]
    """Units, money and people at large, which a story counts more than once: `mètres`, `euros`, `personnes`."""
    degrees: frozenset[str]
    """Adverbs of degree, behind which a heading is cut off: `au moins`, `presque`."""
    casualties: frozenset[str]
    """What befalls people in an accident, and is counted: `blessés`, `hospitalisées`."""
    severe: frozenset[str]
    """Words that say how badly: `grièvement`."""
    relatives: frozenset[str]
    """Words that open a relative clause: `qui`, `dont`."""
    speech_verbs: frozenset[str]
    """Forms, as written, of verbs that only a person is the subject of: `ajouté`, `said`."""
    speaking_pronouns: tuple[str, ...]
    """Pronouns, as written, that stand for one person at the beginning of a sentence."""
    comparatives: frozenset[str]
    """Words that compare, and leave a heading without what they compare with: `une plus grande coopération`."""
    vague_adjectives: frozenset[str]
    """Adjectives that say nothing of their noun in a heading: `divers`, `supplementaire`."""
    according: tuple[str, ...]
    """Words, as written, that name a source after them: `selon`."""
    returns: tuple[str, ...]
    """Phrases that tell that somebody is back: later news than that he leaves."""
    departures: tuple[str, ...]
    """Phrases that tell that somebody leaves."""
    number_words: Mapping[str, int]
    abstract_words: frozenset[str]
    """Words that two sentences may share without telling the same: verbs of speech, report words."""
    person_titles: tuple[str, ...]
    role_headings: Mapping[Role, tuple[str, ...]]
    """Neutral headings for what a section does, in order of preference."""
    essentials_heading: str
    dates_heading: str
    people_heading: str
    questions_heading: str
    questions: Mapping[str, str]
    """Neutral questions by kind: what, who, when, how-many, next."""
    colon: str
    """The colon of a heading with the spaces that belong to it."""
