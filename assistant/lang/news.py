"""The shape of what the news checks know of a language.

Words and phrases are flat: lower case, without accents, with plain apostrophes, hyphens and spaces. Fields that say so
hold regular expressions over flat text; they must be linear in its length.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NewsWords:
    """What one language has for the news checks; every field is filled in every language (a test looks)."""

    actors: frozenset[str]
    """Nouns that answer "who": `maire`, `gouvernement`, `habitants`."""
    places: frozenset[str]
    """Nouns that answer "where": `port`, `tribunal`, `commune`."""
    place_prepositions: frozenset[str]
    """Words that stand before a place: `a`, `dans`, `pres`."""
    bare_place_prepositions: frozenset[str]
    """Those of `place_prepositions` after which a name is a place: `a Brest`, but not `le maire de Brest`."""
    place_links: frozenset[str]
    """Words after which a name of one word may be a place, if it is nobody's: `de`, `dans`, `entre`."""
    times: tuple[str, ...]
    """Regular expressions for what answers "when" beside the dates: `cette nuit`, `a 14 h`, `depuis trois mois`."""
    relative_dates: tuple[str, ...]
    """Regular expressions for dates that only the day of reading explains: `hier`, `la semaine derniere`."""
    habits: tuple[str, ...]
    """Words before a weekday that make it no date: `chaque`, `tous les`, `du`."""
    speech: tuple[str, ...]
    """Beginnings that all forms of a verb of speech share: `declar`, `expliqu`."""
    speech_forms: frozenset[str]
    """Forms of such verbs that no beginning covers: `dit`, `said`."""
    according: tuple[str, ...]
    """Phrases that hand a claim to somebody: `selon`, `d'apres`."""
    works: frozenset[str]
    """Nouns before the title of a work or the name of an operation, which nobody says: `film`, `roman`."""
    hedges: tuple[str, ...]
    """Regular expressions for what marks a claim as not established: `aurait`, `presume`, `soupconne`."""
    leftovers: tuple[str, ...]
    """Regular expressions for lines of a web page that are no article: `lire aussi`, `abonnez-vous`."""
    instructions: tuple[str, ...]
    """Regular expressions for what a request or a model left behind: `voici l'article`, `a completer`."""
    fillers: tuple[str, ...]
    """Phrases that fill lines and tell nothing: `il est important de noter que`."""
    typography: tuple[tuple[str, str], ...]
    """Kinds of slips and the regular expression, over the text as it is written, that finds each."""
    person_titles: frozenset[str]
    """Words with a capital before a name that are no part of it: `monsieur`, `president`."""
