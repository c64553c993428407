"""Names that share a part with somebody of the sources: another first name, or that of somebody else."""

from __future__ import annotations

from assistant.facts.fault import Comparison
from assistant.facts.lexicon import lexicon
from assistant.facts.material import Material, Told
from assistant.facts.names import Name, likeness
from assistant.facts.roots import stem


def with_anothers_first_name(comparison: Comparison, name: Name) -> tuple[Told, Name] | None:
    """Return the name of the sources whose family name stands here behind the first name of somebody else of them."""
    if len(name.parts) != 2 or is_title(comparison, name.parts[0]):
        return None
    first, last = name.parts
    people = comparison.material.remember(("full names",), lambda: _full_names(comparison.material))
    own = people.get(last, ())
    if not own or any(likeness(first, part) for _, other in own for part in other.parts):
        return None
    is_anothers = any(other.parts[0] == first for known, held in people.items() if known != last for _, other in held)
    return own[0] if is_anothers else None


def _full_names(material: Material) -> dict[str, tuple[tuple[Told, Name], ...]]:
    """Return the names of two parts and more of the sources, by their last part."""
    found: dict[str, tuple[tuple[Told, Name], ...]] = {}
    for told in material.sentences:
        for name in told.names:
            if len(name.parts) > 1 and name.parts[-1] in material.family_names:
                found[name.parts[-1]] = (*found.get(name.parts[-1], ()), (told, name))
    return found


def namesake_of(comparison: Comparison, name: Name) -> str:
    """Return the name of the sources that shares a part with this one and has another part elsewhere, or nothing.

    `Sophie Marchetti` where the sources know Hélène Marchetti, `Bourse de Londres` where they say Bourse de Paris.
    """
    if len(name.parts) < 2:
        return ""
    own = set(name.parts)
    for told in (*comparison.window, *comparison.material.sentences):
        for other in told.names:
            shared = [part for part in other.parts if part in own and not is_title(comparison, part)]
            if shared and len(other.parts) > len(shared) and len(own) > len(shared):
                return told.reading.text[other.start : other.end]
    return ""


def is_title(comparison: Comparison, part: str) -> bool:
    """Whether the part says what somebody is, so that many people share it."""
    lexical = lexicon(comparison.material.language)
    concepts = lexical.concepts.get(stem(part, comparison.material.language), frozenset())
    return bool(concepts & lexical.roles)


def has_other_first_name(comparison: Comparison, name: Name) -> bool:
    """Whether the sources know the family name only with other first names."""
    last = name.parts[-1]
    others = [
        other.parts
        for told in comparison.material.sentences
        for other in told.names
        if last in other.parts and len(other.parts) > 1
    ]
    return bool(others) and not any(set(name.parts) & set(parts) - {last} for parts in others)
