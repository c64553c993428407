"""What the product knows of each article language. A pack is data only; `pack` finds it."""

from __future__ import annotations

from typing import Final

from assistant.lang import en, fr
from assistant.lang.pack import LanguagePack

PACKS: Final[dict[str, LanguagePack]] = {"fr": fr.PACK, "en": en.PACK}
ARTICLE_LANGUAGES: Final = tuple(PACKS)


def pack(language: str) -> LanguagePack:
    """Return the pack of that language; for a language without one, the English pack, which assumes least."""
    return PACKS.get(language, en.PACK)
