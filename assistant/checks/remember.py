"""What is found in a text is kept by its content, so that an edit of one section finds again only what has changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

LONGEST_KEPT: Final = 20_000
"""In characters. House rule: a paragraph of an article is far shorter; a hostile one must not stay in memory."""
KEPT: Final = 4096
"""Texts a function keeps. House rule: some ten articles of 20,000 words."""

Rest = ParamSpec("Rest")
Found = TypeVar("Found")
_CACHES: Final[dict[str, _lru_cache_wrapper[object]]] = {}


def remembered(find: Callable[Concatenate[str, Rest], Found], /) -> Callable[Concatenate[str, Rest], Found]:
    """Return `find`, a pure function of a text, with its results kept for texts of ordinary length."""
    keeping = lru_cache(maxsize=KEPT)(find)
    _CACHES[find.__name__] = cast("_lru_cache_wrapper[object]", keeping)

    @wraps(find)
    def look_up(text: str, /, *args: Rest.args, **kwargs: Rest.kwargs) -> Found:
        if len(text) > LONGEST_KEPT:
            return find(text, *args, **kwargs)
        return keeping(text, *args, **kwargs)  # type: ignore[arg-type] # its type has lost the parameters

    return look_up


def kept_misses(find: Callable[..., object]) -> int:
    """Return how often a remembered function had to look at a text: for tests."""
    return _CACHES[find.__name__].cache_info().misses


def forget_texts() -> None:
    """Forget everything that was kept: for measurements from nothing."""
    for cache in _CACHES.values():
        cache.cache_clear()
