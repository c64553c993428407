"""How long intake takes: an ordinary paste, hostile ones, a refusal, and how fast sentences are found."""

from __future__ import annotations

import contextlib

from assistant.errors import SourceError
from assistant.intake import read_text
from assistant.text.sentences import sentence_spans
from tests.bench.bench_score import NOUNS, Row, milliseconds

MENU = ("Accueil", "Politique", "Économie", "Culture", "Abonnez-vous", "Partager sur Facebook", "Mis à jour le 3 mai")
RELATED = ("Sur le même sujet", "Le port de Brest rouvre", "Une année de travaux au marché", "Laisser un commentaire")


def make_paste(words: int, edit: int = 0) -> str:
    """Return a page as it is pasted: menus around an article, of about so many words together."""
    nouns = NOUNS.split()
    sentences = [
        f"Le {nouns[n % len(nouns)]} de Brest a reçu {n} fois le {nouns[(n * 7) % len(nouns)]} "
        f"selon le {nouns[(n * 11) % len(nouns)]} de la {nouns[(n * 13) % len(nouns)]} et son nouveau quai."
        for n in range(words // 22)
    ]
    paragraphs = [" ".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3)]
    return "\n".join((*MENU, f"Le port de Brest en {edit} questions", *paragraphs, *RELATED, *MENU))


def _refuse(text: str) -> None:
    with contextlib.suppress(SourceError):
        read_text(text)


def rows() -> list[Row]:
    """Return name, value, unit and upper bound of each figure."""
    read_text(make_paste(700))
    paste = milliseconds(lambda run: read_text(make_paste(2_000, run)), 9)
    words = "Le port de Brest a reçu le budget. " * 2_900
    line = milliseconds(lambda run: read_text(f"{run} {words}"), 3)
    solid = milliseconds(lambda run: read_text(f"Le port. {run}" + "a" * 100_000), 3)
    quotes = milliseconds(lambda run: read_text(f"Le port. {run}" + "« a. »B" * 14_000), 3)
    refused = milliseconds(lambda run: _refuse(f"{run}" + "mot " * 1_250_000), 3)
    text = make_paste(20_000).replace("\n", " ")
    # Two million characters a second are 500 ms for a million.
    spans = milliseconds(lambda run: sentence_spans(f"{text} {run}", "fr"), 5) * 1_000_000 / len(text)
    return [
        ("clean 2,000 pasted words", paste, "ms", 50.0),
        ("clean one line of 100,000 characters", line, "ms", 2_000.0),
        ("clean 100,000 characters without a space", solid, "ms", 2_000.0),
        ("clean 100,000 characters of quotation marks", quotes, "ms", 2_000.0),
        ("refuse five million characters", refused, "ms", 500.0),
        ("find the sentences of a million characters", spans, "ms", 500.0),
    ]


if __name__ == "__main__":
    print(*rows(), sep="\n")  # noqa: T201 - a benchmark prints
