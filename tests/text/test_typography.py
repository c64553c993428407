"""French spaces, guillemets and apostrophes: marks change, words never do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.typography import Change, apply_changes, find_changes, moved_span, typeset, typeset_line


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("L'été d'Élodie", "L’été d’Élodie"),
        ('Il a dit "oui" hier.', "Il a dit «\u00a0oui\u00a0» hier."),
        ('Un écran de 12" coûte', 'Un écran de 12" coûte'),
        ('Un "seul, jamais fermé', 'Un "seul, jamais fermé'),
        ("« Oui », dit-il", "«\u00a0Oui\u00a0», dit-il"),
        ("«Oui», dit-il", "«\u00a0Oui\u00a0», dit-il"),
        ("Viendra-t-il ? Oui ! Enfin ; bref", "Viendra-t-il\u202f? Oui\u202f! Enfin\u202f; bref"),
        ("Viendra-t-il?", "Viendra-t-il\u202f?"),
        ("Quoi ?!", "Quoi\u202f?!"),
        ("Deux lieux : ici et là", "Deux lieux\u00a0: ici et là"),
        ("Deux lieux: ici et là", "Deux lieux\u00a0: ici et là"),
        ("À 12:30 précises", "À 12:30 précises"),
        ("Lire https://exemple.fr/l'a?b=1: puis", "Lire https://exemple.fr/l'a?b=1: puis"),
        ("1 150 usagers, 2 300 000 euros", "1\u202f150 usagers, 2\u202f300\u202f000 euros"),
        ("En 2024 500 usagers", "En 2024 500 usagers"),
        ("45 % et 30 € à 12 °C", "45\u00a0% et 30\u00a0€ à 12\u00a0°C"),
        ("Il attend...", "Il attend…"),
        ("Le coeur de l’oeuvre, sa soeur et ses voeux", "Le cœur de l’œuvre, sa sœur et ses vœux"),
        ("OEil pour oeil, main-d’oeuvre et Boeuf", "Œil pour œil, main-d’œuvre et Bœuf"),
        ("MANOEUVRE au coeur", "MANŒUVRE au cœur"),
        (
            "Le poète Lecoeur à Phoenix, la moelle et la coexistence",
            "Le poète Lecoeur à Phoenix, la moelle et la coexistence",
        ),
    ],
)
def test_french_marks_get_their_spaces(typed: str, wanted: str) -> None:
    assert typeset_line(typed, "fr") == wanted
    assert typeset_line(wanted, "fr") == wanted


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ('She said "yes" today.', "She said “yes” today."),
        ("It's Anna's; isn't it?", "It’s Anna’s; isn’t it?"),
        ("Wait: what?", "Wait: what?"),
    ],
)
def test_english_marks_have_no_french_spaces(typed: str, wanted: str) -> None:
    assert typeset_line(typed, "en") == wanted


@pytest.mark.parametrize(
    "markdown",
    [
        "[Lire](https://exemple.fr/l'page?x=1)",
        "Un texte\\! échappé",
        "Voir `l'option` &quot;brute&quot;",
        "- Un point\n- Un autre",
    ],
)
def test_addresses_and_marks_of_markdown_stay(markdown: str) -> None:
    changed = typeset(markdown, "fr")
    assert changed.replace("’", "'") == markdown
    assert "(https://exemple.fr/l'page?x=1)" in changed or "https" not in markdown


def test_bold_text_keeps_its_marks() -> None:
    assert typeset("**Note** : l'été", "fr") == "**Note**\u00a0: l’été"


def test_a_span_moves_with_the_marks_before_and_in_it() -> None:
    text = "Oui! Il dit «non». Fin ?"
    changes = find_changes(text, "fr")
    start, end = moved_span((5, 18), changes)
    assert apply_changes(text, changes)[start:end] == "Il dit «\u00a0non\u00a0»."
    assert moved_span((0, 0), (Change(0, 0, "x"),)) == (1, 1)


@given(st.text(alphabet="aé '\"«»!?:;.,0123 \u00a0\u202f\n*_[]()\\%€", max_size=80), st.sampled_from(["fr", "en"]))
def test_letters_and_figures_never_change_and_a_second_pass_finds_nothing_new(text: str, language: str) -> None:
    once = typeset(text, language)

    def solid(value: str) -> str:
        return "".join(character for character in value if character.isalnum())

    assert solid(once) == solid(text)
    assert typeset(once, language) == once or typeset(typeset(once, language), language) == typeset(once, language)
