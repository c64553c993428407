"""One name in two transcriptions is one name written in two ways; two people are two."""

from __future__ import annotations

import pytest

from assistant.checks.names import find_names, spelling_variants


@pytest.mark.parametrize(
    ("text", "variants"),
    [
        (
            "Le ministre Sergueï Choïgou a visité la base. Le général Choïgou a souri. Selon KCNA, Shoigu est reparti.",
            {"Shoigu": "Choïgou"},
        ),
        (
            "Mikhaïl Gorbatchev a parlé. Plus tard, Gorbatchev a signé. Un témoin cite Gorbachov, puis Gorbachev.",
            {"Gorbachev": "Gorbatchev"},
        ),
        ("Nadia Martin et Cyril Martine ont signé. Le maire, Paul Bouchet, et Anne Boucher ont ri.", {}),
        ("Le maire Louis Chaban a reçu Karim Saban et Denis Ouvrard.", {}),
    ],
)
def test_a_transcription_is_a_variant(text: str, variants: dict[str, str]) -> None:
    found = spelling_variants(find_names(text, "fr"), "fr")
    assert {rare: found[rare] for rare in variants} == variants
    assert bool(found) == bool(variants)
