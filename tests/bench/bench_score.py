"""How long the scorecard takes: from nothing, after an edit of one section, and for a very long article."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from assistant.checks.remember import forget_texts
from assistant.model import Article
from assistant.scorecard import score
from assistant.text import matching, tokens
from assistant.text.markup import read_markup

NOUNS = (
    "conseil port quai maire ville rue pont bateau marin vent pluie saison budget euro habitant école projet travaux "
    "marché tempête digue plage phare gare train vote élu région loi"
)
Row = tuple[str, float, str, float]


def make_article(words: int, edit: int = 0) -> Article:
    """Return an article of about so many words, one section of which changes with `edit`."""
    nouns = NOUNS.split()
    sentences = [
        f"Le {nouns[n % len(nouns)]} de Brest a reçu {n} fois le {nouns[(n * 7) % len(nouns)]} "
        f"selon le {nouns[(n * 11) % len(nouns)]} de la {nouns[(n * 13) % len(nouns)]} et son nouveau quai."
        for n in range(words // 20)
    ]
    sentences[len(sentences) // 2] += f" Édition {edit} du texte."
    paragraphs = [" ".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3)]
    sections = ["\n\n".join(paragraphs[n : n + 3]) for n in range(0, len(paragraphs), 3)]
    markdown = "\n\n".join(f"## Le port de Brest, partie {n}\n\n{text}" for n, text in enumerate(sections))
    return Article(markdown, keyphrase="port de Brest", title="Le port de Brest", description="Le port de Brest.")


def milliseconds(work: Callable[[int], object], runs: int) -> float:
    """Return the median time of `work`, called with the number of the run."""
    times = []
    for run in range(runs):
        start = time.perf_counter()
        work(run)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def forget() -> None:
    """Empty what the scorecard keeps of texts; the syllables of words stay, as they do in a running server."""
    forget_texts()
    matching.find_keyphrase.cache_clear()
    tokens.sentence_tokens.cache_clear()
    read_markup.cache_clear()


def score_from_nothing(words: int) -> Callable[[int], object]:
    """Return work that scores an article nothing of which is remembered."""

    def work(run: int) -> object:
        forget()
        return score(make_article(words, run))

    return work


def rows() -> list[Row]:
    """Return name, value, unit and upper bound of each figure."""
    score(make_article(700))
    cold = milliseconds(score_from_nothing(700), 15)
    edited = milliseconds(lambda run: score(make_article(700, 1000 + run)), 15)
    long = milliseconds(score_from_nothing(20_000), 3)
    return [
        ("score 700 words from nothing", cold, "ms", 10.0),
        ("score 700 words after an edit in one section", edited, "ms", 5.0),
        ("score 20,000 words from nothing", long, "ms", 400.0),
    ]


if __name__ == "__main__":
    print(*rows(), sep="\n")  # noqa: T201 - a benchmark prints
