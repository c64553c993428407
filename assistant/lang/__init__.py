"""What the product knows of each article language. A pack is data only; `pack` finds it."""

from __future__ import annotations

from typing import Final

from assistant.lang import en, es, fr, news_en, news_es, news_fr, voice, voice_es
from assistant.lang.news import NewsWords
from assistant.lang.pack import LanguagePack
from assistant.lang.voice import PassiveWords

PACKS: Final[dict[str, LanguagePack]] = {"fr": fr.PACK, "en": en.PACK, "es": es.PACK}
NEWS: Final[dict[str, NewsWords]] = {"fr": news_fr.NEWS, "en": news_en.NEWS, "es": news_es.NEWS}
PASSIVE_WORDS: Final[dict[str, PassiveWords]] = {"fr": voice.FRENCH, "en": voice.ENGLISH, "es": voice_es.SPANISH}
ARTICLE_LANGUAGES: Final = ("fr", "en")
"""What the desk writes in."""
SCORED_LANGUAGES: Final = tuple(PACKS)
"""What the scorecard judges: a language more, by its packs alone."""


def pack(language: str) -> LanguagePack:
    """Return the pack of that language; for a language without one, the English pack, which assumes least."""
    return PACKS.get(language, en.PACK)


def news_words(language: str) -> NewsWords | None:
    """Return what the news checks know of that language, or None."""
    return NEWS.get(language)
