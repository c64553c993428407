"""House rules: a file that a newsroom shares, read back as it was written, refused in one sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks.base import Reading
from assistant.checks.rules import (
    LIMITS,
    PROFILE_THRESHOLDS,
    PROFILES,
    HouseRules,
    Thresholds,
    WordRule,
    rules_of,
    threshold_names,
    with_profile,
)
from assistant.checks.rules_file import read_rules, write_rules
from assistant.errors import RulesError
from assistant.i18n import describe
from assistant.model import Article
from assistant.scorecard import score_reading
from tests.checks.articles import FERRY

EXAMPLE = """
profile = "magazine"

[thresholds]
sentence-words = 28
density-max-percent = 2.5

[banned]
"au final" = "finalement"
"effectivement" = ""

[spellings]
"Kim Jong-un" = ["Kim Jong Un", "Kim Jung-un"]
"""


def test_a_file_is_read() -> None:
    rules = read_rules(EXAMPLE)
    assert rules.profile == "magazine"
    assert (rules.thresholds.sentence_words, rules.thresholds.density_max_percent) == (28, 2.5)
    assert rules.thresholds.reading_ease == PROFILE_THRESHOLDS["magazine"].reading_ease
    assert rules.banned == (WordRule("au final", "finalement"), WordRule("effectivement", ""))
    assert rules.spellings == (WordRule("Kim Jong Un", "Kim Jong-un"), WordRule("Kim Jung-un", "Kim Jong-un"))


@pytest.mark.parametrize("profile", PROFILES)
def test_a_profile_is_read_back(profile: str) -> None:
    rules = read_rules(f'profile = "{profile}"')
    assert rules == read_rules(write_rules(rules))


@given(
    st.sampled_from(PROFILES),
    st.dictionaries(st.text(min_size=1, max_size=20).filter(str.isalpha), st.text(max_size=20), max_size=5),
)
def test_what_is_written_is_read_back(profile: str, banned: dict[str, str]) -> None:
    rules = replace(
        rules_of("presse"),
        banned=tuple(WordRule(written, " ".join(instead.split())) for written, instead in banned.items()),
        spellings=(WordRule('l’"autre"', "l’un"),),
    )
    rules = with_profile(rules, next(each for each in PROFILES if each == profile))
    assert read_rules(write_rules(rules)) == rules


def test_an_empty_file_is_the_press_profile() -> None:
    assert read_rules("") == HouseRules()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("profile = ", "rules-not-toml"),
        ("profile = 3", "rules-profile"),
        ('profile = "poetry"', "rules-profile"),
        ("mood = 1", "rules-unknown"),
        ("thresholds = 3", "rules-table"),
        ("[thresholds]\nmood = 3", "rules-unknown"),
        ("[thresholds]\nsentence-words = 3", "rules-bounds"),
        ("[thresholds]\nsentence-words = 25.5", "rules-number"),
        ("[thresholds]\nsentence-words = true", "rules-number"),
        ('[thresholds]\nsentence-words = "many"', "rules-number"),
        ("[thresholds]\nsentence-words = nan", "rules-bounds"),
        ("[thresholds]\ndescription-min-characters = 400", "rules-order"),
        ('[banned]\n"" = "x"', "rules-word"),
        ('[banned]\n"!" = "x"', "rules-word"),
        ("[banned]\nword = 3", "rules-word"),
        ('[spellings]\nword = "other"', "rules-variants"),
        ("[spellings]\nword = [3]", "rules-variants"),
        ("[banned]\n" + "\n".join(f'w{n} = ""' for n in range(2001)), "rules-too-many"),
        ("x" * 200_001, "rules-too-long"),
        ("a = " + "[" * 5_000, "rules-not-toml"),
    ],
)
def test_a_faulty_file_is_refused_in_one_sentence(text: str, code: str) -> None:
    with pytest.raises(RulesError) as caught:
        read_rules(text)
    assert caught.value.code == code
    assert "{" not in describe(caught.value, "fr")


def test_every_threshold_has_its_limits_and_every_profile_keeps_them() -> None:
    assert set(LIMITS) == set(threshold_names())
    for thresholds in PROFILE_THRESHOLDS.values():
        assert all(low <= getattr(thresholds, name) <= high for name, (low, high) in LIMITS.items())


def test_the_same_article_is_judged_by_the_rules_of_the_house() -> None:
    def state(thresholds: Thresholds) -> str:
        card = score_reading(Reading(FERRY, rules=HouseRules(thresholds=thresholds)))
        return next(result.state for result in card.results if result.check == "sentence-length")

    assert state(Thresholds()) == "good"
    assert state(Thresholds(sentence_words=8)) == "bad"


def test_a_hostile_word_of_the_house_is_searched_as_it_is_written() -> None:
    rules = read_rules('[banned]\n"(a+)+b" = ""')
    card = score_reading(Reading(Article("a" * 50_000 + " (a+)+b"), rules=rules))
    assert [len(result.findings) for result in card.results if result.check == "banned-words"] == [1]
