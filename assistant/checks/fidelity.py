"""Fidelity: what `facts` finds when it lays the article beside its sources. Nothing without sources."""

from __future__ import annotations

from typing import Final

from assistant.checks.base import Reading
from assistant.checks.judgement import (
    Judgement,
    Place,
    amount,
    at_most,
    bad,
    check,
    good,
    improve,
    not_applicable,
    place,
    share,
)
from assistant.checks.origins import house
from assistant.checks.sourcing import lost_attributions, missing_facts
from assistant.model import SentenceCheck

FAR_TOO_MUCH_COPIED: Final = 2.5
"""Times the limit: over 25 % is high where 10 % are the limit."""
FAR_TOO_MUCH_UNSUPPORTED: Final = 3
MIN_WORDS_FOR_SHARES: Final = 50
MOST_NAMED: Final = 5
LONGEST_NAMED: Final = 80


@check(
    "altered-facts",
    "fidelity",
    house("a changed number, name, date or quotation is an error that readers see and that a correction cannot undo"),
    weight=4,
)
def altered_facts(reading: Reading) -> Judgement:
    """Flag each sentence in which a fact of the sources is changed: the words, where `facts` names them."""
    if reading.support is None:
        return not_applicable("no-sources")
    if not reading.verdicts.claims:
        return not_applicable("no-text")
    numbers = sorted(reading.verdicts.altered)
    changed = [*(reading.verdicts.by_place[number] for number in numbers), *reading.verdicts.altered_headings]
    places = [each for changed_one in changed for each in _changed_words(changed_one)]
    return bad("altered", places=places, count=len(changed)) if changed else good()


def _changed_words(verdict: SentenceCheck) -> list[Place]:
    """Return the words that `facts` names, or the whole sentence where it names none."""
    if not verdict.findings:
        return [place((verdict.start, verdict.end), "here")]
    return [
        place(
            (finding.start, finding.end),
            "changed" if finding.expected else "unknown",
            found=finding.found,
            expected=finding.expected,
        )
        for finding in verdict.findings
    ]


@check(
    "unsupported-sentences",
    "fidelity",
    house("what no source carries is the reporter's own knowledge or an invention; somebody has to say which"),
    weight=3,
)
def unsupported_sentences(reading: Reading) -> Judgement:
    """Compare the share of claims that the sources do not carry with the limit, in percent of the claims."""
    if reading.support is None:
        return not_applicable("no-sources")
    if not reading.verdicts.claims:
        return not_applicable("no-text")
    numbers = sorted(reading.verdicts.unsupported)
    percent, limit = 100 * len(numbers) / reading.verdicts.claims, reading.limits.unsupported_percent
    value, target = amount(percent, "percent"), at_most(limit, "percent")
    places = [place(reading.sentences[number].span, "here") for number in numbers]
    if percent <= limit:
        return good(value=value, target=target, places=places)
    outcome = improve if percent <= FAR_TOO_MUCH_UNSUPPORTED * limit else bad
    return outcome("many", value=value, target=target, places=places, count=len(places))


@check(
    "copied-share",
    "fidelity",
    house("under 15 % copied is usually accepted and over 25 % is high; quotations are free"),
)
def copied_share(reading: Reading) -> Judgement:
    """Compare the share of words that stand in copied runs of eight or more with the limit; point at the runs."""
    if reading.support is None:
        return not_applicable("no-sources")
    if reading.words < MIN_WORDS_FOR_SHARES:
        return not_applicable("short-text")
    originality, limit = reading.support.originality, reading.limits.copied_percent
    percent = originality.copied_percent
    value, target = amount(percent, "percent"), at_most(limit, "percent")
    if percent <= limit:
        return good(value=value, target=target)
    places = [place((run.start, run.end), "here", count=run.words) for run in originality.runs]
    outcome = improve if percent <= FAR_TOO_MUCH_COPIED * limit else bad
    return outcome("copied", value=value, target=target, places=places)


@check(
    "missing-facts",
    "fidelity",
    house("the head of a source holds what the story is about: its names, numbers and dates belong in the article"),
    weight=2,
)
def missing_facts_named(reading: Reading) -> Judgement:
    """Name the names and numbers of the heads of the sources that the article leaves out."""
    if reading.support is None:
        return not_applicable("no-sources")
    if not reading.words:
        return not_applicable("no-text")
    wanted, missing = missing_facts(reading)
    if not wanted:
        return not_applicable("no-key-facts")
    value, target = share(wanted - len(missing), wanted), share(wanted, wanted)
    if not missing:
        return good(value=value, target=target)
    score = max(0.0, 1 - 1.5 * len(missing) / wanted)
    facts = ", ".join(fact[:LONGEST_NAMED] for fact in missing[:MOST_NAMED])
    if score:
        return improve("missing", value=value, target=target, score=score, count=len(missing), facts=facts)
    return bad("missing", value=value, target=target, count=len(missing), facts=facts)


@check(
    "attribution-kept",
    "news",
    house("an agency's claim without the agency becomes ours, and a conditional without its mark becomes a fact"),
    weight=3,
)
def attribution_kept(reading: Reading) -> Judgement:
    """Flag each sentence that tells, without reserve or source, what the sources tell with one only."""
    if not reading.sources:
        return not_applicable("no-sources")
    if not reading.sentences:
        return not_applicable("no-text")
    places = [place(sentence.span, kind, source=said) for sentence, kind, said in lost_attributions(reading)]
    return bad("lost", places=places, count=len(places)) if places else good()
