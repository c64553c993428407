"""What is taken out of a model's answer, and that it does not matter where the answer was cut."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import ModelError
from assistant.writing.cleaning import cleaned

HEADING = "Une halle pour le marché"
TEXT = "La maire a présenté le plan mardi.\n\nLes travaux durent un an."


def clean(*pieces: str) -> str:
    return "".join(cleaned(pieces, HEADING))


@pytest.mark.parametrize(
    "packaging",
    [
        "Voici la section :\n\n",
        "Voici la section demandée : ",
        "Voici une proposition de section pour votre article :\n",
        "Bien sûr ! Voici la section demandée, en français :\n\n",
        "**Voici la section :** ",
        "**Voici le texte :**\n\n",
        "Bien sûr !\n\n",
        "Bien sûr, voici le paragraphe réécrit :\n",
        "Voici la section demandée.\n\n",
        "Ci-dessous la rédaction de la section :\n",
        "Section 2 :\n",
        "Texte rédigé : ",
        "Here is the section:\n\n",
        "Sure! Here's the section you asked for:\n\n",
        "Certainly! Below is a draft of the section:\n",
        "# Une halle pour le marché\n\n",
        "## une halle pour le marche :\n",
        "**Une halle pour le marché**\n\n",
        "Une halle pour le marché\n\n",
        "Une halle pour le marché :\n",
        "### Un tout autre titre\n",
        "```markdown\n",
        "---\n\n",
        "<think>Que dire ?\n</think>\n\n",
        "<THINKING>Voyons</THINKING>Voici la section :\n```\n## Une halle pour le marché\n\n",
        "\n \n",
    ],
)
def test_packaging_before_the_text_is_taken_off(packaging: str) -> None:
    assert clean(packaging + TEXT) == TEXT


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Voici trois ans que la commune attend sa halle. Le plan est prêt.",
        "Voici le programme : des étals, une cuisine et un quai.",
        "Bien sûr, tout le monde n’est pas d’accord. La halle coûte cher.",
        "Section de Brest du parti, réunie mardi : le vote a été serré.",
        "Texte voté mardi, la loi entre en vigueur en mars.",
        "Une halle pour le marché, c’est ce que demande la commune.",
        "Une halle",
        "Désolés de cette attente, les commerçants ont reçu une lettre.",
        "« Je suis désolé », a dit la maire.",
        "- Premier fait.\n- Second fait.",
        "> « Nous attendions », a dit la maire.",
        "**La maire** a parlé.",
        "**Pourquoi une halle ?**\nParce que le marché déborde.",
        "#JeSoutiensLaHalle a été lu mille fois.",
        "Le seuil < 3 est franchi, et 5 > 4.",
        "La recette : <thym> et sel.",
        "2024 – 2026 : deux ans de travaux.",
        "Un mot `code` et ~ dix.",
        "Fin de ligne  \nau même paragraphe.",
    ],
)
def test_a_text_without_packaging_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ("Un.\n\n## Titre\n\nDeux.", "Un.\n\nDeux."),
        ("Un.\n## Titre\nDeux.", "Un.\n\nDeux."),
        ("Un.\n\n---\n\nDeux.", "Un.\n\nDeux."),
        ("Un.\n```\nDeux.\n```", "Un.\n\nDeux."),
        ("Sous-titre\n=====\nDeux.", "Sous-titre\n\nDeux."),
        ("Un.\n\n\n\n\nDeux.\n\n", "Un.\n\nDeux."),
        ("Un. <think>Et après ?</think>Deux.", "Un. Deux."),
        ("Un. <think>Et après ?", "Un."),
        ("Un.\r\n\r\nDeux.\rTrois.", "Un.\n\nDeux.\nTrois."),
        ("Un\x00 \ud83d deux\x0b.", "Un\ufffd \ufffd deux\ufffd."),
        ("Une étoile \ud83d\ude00.", "Une étoile 😀."),
        ("<think></think>", ""),
        ("```\n```", ""),
        (f"{HEADING}", ""),
        ("Voici la section :", ""),
    ],
)
def test_what_is_no_text_is_taken_out_wherever_it_stands(answer: str, text: str) -> None:
    assert clean(answer) == text


@pytest.mark.parametrize(
    "refusal",
    [
        "Je suis désolé, mais je ne peux pas vous aider.",
        "I'm sorry, but I can't help with that.",
        "En tant qu’IA, je ne peux pas écrire cela.\n\nVoulez-vous autre chose ?",
        "<think>Non.</think>Désolé, je ne peux pas.",
    ],
)
def test_a_refusal_is_an_error_with_its_words_and_no_text(refusal: str) -> None:
    texts: list[str] = []
    with pytest.raises(ModelError) as caught:
        texts.extend(cleaned(refusal, HEADING))
    assert caught.value.code == "model-refused"
    assert str(caught.value.params["answer"]).split()[-1] in refusal
    assert texts == []


def test_a_long_text_that_begins_like_a_refusal_is_a_text() -> None:
    text = "Je ne peux pas oublier ce jour, dit-elle. " * 20
    assert clean(text) == text.strip()


def broken(*pieces: str) -> Iterator[str]:
    yield from pieces
    raise ModelError("model-cut-short", model="m", host="h")


@pytest.mark.parametrize("text", ["Voici", "Bien sûr, la", "La maire", "Un <thi", "Une halle pour"])
def test_what_a_filter_held_is_let_go_before_the_error(text: str) -> None:
    texts: list[str] = []
    with pytest.raises(ModelError) as caught:
        texts.extend(cleaned(broken(*text), HEADING))
    assert caught.value.code == "model-cut-short"
    assert "".join(texts) == text


def test_text_passes_as_soon_as_it_is_known_to_be_text() -> None:
    pieces = iter(["La ", "maire ", "parle."])
    shown = cleaned(pieces, HEADING)
    assert next(shown) == "La"
    assert next(shown) == " maire"


FRAGMENTS = st.sampled_from(
    [
        "Voici", " la section", " :", "\n", "\n\n", "## ", HEADING, "**", "```", "markdown", "---", "<think>",
        "</think>", "<", "think", "Bien sûr !", " ", "La maire", " parle.", "Je suis désolé", ", mais", "\r", "\r\n",
        "\ud83d", "\ude00", "\x00", "Une", "halle", "# ", "- ", "=", "Sure", "text", ":", "é", "œ", "İ",
    ]
)  # fmt: skip


@given(st.lists(FRAGMENTS, max_size=14), st.lists(st.integers(0, 120), max_size=8))
def test_where_an_answer_is_cut_never_changes_the_text(fragments: list[str], cuts: list[int]) -> None:
    answer = "".join(fragments)
    places = sorted({0, len(answer), *(cut for cut in cuts if cut < len(answer))})
    pieces = [answer[start:end] for start, end in pairwise(places)]
    assert result_of(pieces) == result_of([answer]) == result_of(list(answer))


def result_of(pieces: list[str]) -> tuple[str, str]:
    text = ""
    try:
        for piece in cleaned(pieces, HEADING):
            text += piece
    except ModelError as error:
        return text, error.code
    return text, ""


@given(st.text(alphabet="abcé .,\n", max_size=60))
def test_plain_text_is_only_trimmed(text: str) -> None:
    assert clean(text).split() == text.split()
