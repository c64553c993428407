"""Where the instruction stands in a paste: at the head on its own lines or glued to the article, or at the tail."""

from __future__ import annotations

import re
from typing import Final

from assistant.intake.brief import (
    LONGEST_BRIEF,
    count_settings,
    explained_share,
    is_setting_line,
    parse_brief,
    read_settings,
)
from assistant.model import Brief, Span

# House rule: an instruction runs over a dozen lines at most; beyond that it is a document of its own.
MOST_LINES: Final = 14
# What follows a glued instruction is an article when less than this share of its words belongs to instructions.
ARTICLE_EXPLAINED: Final = 0.5
# House rules: from how many words on what follows an instruction on its line is an article; fewer are enough where it
# is joined to a word in small letters, as in "piscine municipaleAccueil > Sport"; "iPhone" and "YouTube" are names.
FEWEST_AFTER: Final = 8
FEWEST_JOINED: Final = 3
_SMALL_WORD: Final = re.compile(r"(?<!\w)[a-zà-ÿœ]{3,}$")
_LINE: Final = re.compile(r"[^\n\r]+")
_LABEL_LINE: Final = re.compile(
    r"^\W*(?:brief|consignes?|instructions?|demande|commande|prompt|requirements|guidelines|cahier des charges)\W*$",
    re.IGNORECASE,
)
_SEPARATOR: Final = re.compile(
    r"^[\s\-–—_=*#~•.:|>]{1,80}$|^\W*(?:article|texte|text|source|voici (?:le texte|l.article)|"
    r"here is the (?:text|article))\W*$",
    re.IGNORECASE,
)


def find_brief(raw: str) -> tuple[Span, Brief] | None:
    """Return the span of `raw` that is an instruction and its settings, or None: head first, then tail.

    An instruction glued to the article ends where its last setting does. The span has no outer spaces.
    """
    return _at_head(raw) or _at_tail(raw)


def _at_head(raw: str) -> tuple[Span, Brief] | None:
    lines = _nonempty_lines(raw, 0, min(len(raw), 4 * LONGEST_BRIEF))
    if not lines:
        return None
    taken = 0
    for start, end in lines[:MOST_LINES]:
        text = raw[start:end]
        labelled = taken == 0 and _LABEL_LINE.match(text)
        if not (labelled or _is_whole_brief(text) or (taken and is_setting_line(text))):
            break
        taken += 1
    while taken and _LABEL_LINE.match(raw[slice(*lines[taken - 1])]):
        taken -= 1
    if taken and taken == len(lines) and len(raw.strip()) < 4 * LONGEST_BRIEF and parse_brief(raw) is None:
        taken -= 1
    last_end = lines[taken - 1][1] if taken else None
    if taken < len(lines) and taken < MOST_LINES:
        glued = _glued_end(raw, *lines[taken], first=taken == 0)
        last_end = glued or last_end
    if last_end is None:
        return None
    return _as_found(raw, lines[0][0], last_end)


def _at_tail(raw: str) -> tuple[Span, Brief] | None:
    lines = _nonempty_lines(raw, max(0, len(raw) - 4 * LONGEST_BRIEF), len(raw))
    taken = 0
    for start, end in reversed(lines[1:][-MOST_LINES:]):
        text = raw[start:end]
        if not (_is_whole_brief(text) or is_setting_line(text) or (taken and _LABEL_LINE.match(text))):
            break
        taken += 1
    while taken:
        found = _as_found(raw, lines[-taken][0], lines[-1][1])
        if found:
            return found
        taken -= 1
    return None


def _as_found(raw: str, start: int, end: int) -> tuple[Span, Brief] | None:
    brief = parse_brief(raw[start:end])
    if brief is None:
        brief = read_settings(raw[start:end].strip())[0] if end - start <= LONGEST_BRIEF else None
        if brief is None or not count_settings(brief):
            return None
    return (start, end), brief


def _nonempty_lines(raw: str, start: int, end: int) -> list[Span]:
    """The spans of the lines that hold something, without outer spaces; separators such as "---" are left out."""
    spans: list[Span] = []
    for line in _LINE.finditer(raw, start, end):
        text = line[0]
        if text.strip() and not _SEPARATOR.match(text):
            left = line.start() + len(text) - len(text.lstrip())
            spans.append((left, line.start() + len(text.rstrip())))
    return spans


def _is_whole_brief(text: str) -> bool:
    return len(text) <= 600 and parse_brief(text) is not None and _glued_end(text, 0, len(text), first=True) is None


def _glued_end(raw: str, start: int, end: int, *, first: bool) -> int | None:
    """Where an instruction ends that runs into the article on the same line, or None.

    Candidates are the ends of settings that a capital, an opening quotation mark or nothing but a space parts from the
    rest; the longest prefix that is an instruction by itself wins, and the rest must look like an article.
    """
    head = raw[start : min(end, start + LONGEST_BRIEF // 2)]
    best: int | None = None
    for cut in _candidates(head):
        prefix, rest = head[:cut], raw[start + cut : end]
        fewest = FEWEST_JOINED if head[cut : cut + 1].isupper() and _SMALL_WORD.search(prefix) else FEWEST_AFTER
        if len(rest.split()) < fewest or len(prefix.split()) < 3:
            continue
        if not (parse_brief(prefix) if first else is_setting_line(prefix)):
            continue
        if explained_share(rest[:300]) >= ARTICLE_EXPLAINED or is_setting_line(
            re.split(r"(?<=[.!?;\n])\s", rest.strip())[0]
        ):
            continue
        last_clause = re.split(r"[,;.!?|]\s*(?=\D)", prefix.rstrip(" .!?:;"))[-1]
        if not is_setting_line(last_clause):
            continue
        best = start + len(prefix.rstrip())
    return best


def _candidates(head: str) -> list[int]:
    """Places where a setting may end and the article begin."""
    places = {match.end() for match in re.finditer(r"(?<=[a-zà-ÿ0-9)])(?=[A-ZÀ-ÞŒ«“][a-zà-ÿ’' \u00a0«])", head)}
    places |= {match.end() for match in re.finditer(r"[.!?:;»”\")\]](?=\s{0,3}[A-ZÀ-ÞŒ«“])", head)}
    places |= {match.start() for match in re.finditer(r"(?<=[a-z0-9à-ÿ])[ \t]{1,4}(?=[A-ZÀ-ÞŒ«“])", head)}
    return sorted(places)
