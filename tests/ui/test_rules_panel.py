"""The house rules in the settings: chosen, written, shared as one file, and the score follows."""

from __future__ import annotations

import pytest

from tests.ui.test_pages import database, open_page, sentences

__all__ = ["database"]

RULES = '[banned]\n"au final" = "finalement"\n'


@pytest.mark.usefixtures("database")
def test_another_profile_is_kept_for_everybody() -> None:
    from assistant.ui.house_rules import house_rules

    page = open_page("pages/settings.py")
    page.segmented_control(key="rules_profile_presse").select("strict").run()
    assert not page.exception
    assert house_rules().profile == "strict"
    assert house_rules().thresholds.sentence_words == 20
    page.segmented_control(key="rules_profile_strict").select("presse").run()
    assert house_rules().profile == "presse"


@pytest.mark.usefixtures("database")
def test_rules_that_are_pasted_are_taken() -> None:
    from assistant.ui.house_rules import house_rules

    page = open_page("pages/settings.py")
    page.text_area(key="rules_paste").input(RULES)
    next(button for button in page.button if button.label == "Reprendre ces règles").click().run()
    assert not page.exception
    assert [rule.written for rule in house_rules().banned] == ["au final"]


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("text", ["", "profile = ", "[thresholds]\nsentence-words = 3"])
def test_faulty_rules_are_a_sentence_and_change_nothing(text: str) -> None:
    from assistant.checks.rules import DEFAULT_RULES
    from assistant.ui.house_rules import house_rules

    page = open_page("pages/settings.py")
    page.text_area(key="rules_paste").input(text)
    next(button for button in page.button if button.label == "Reprendre ces règles").click().run()
    assert not page.exception
    assert len(page.error) == 1
    assert "Traceback" not in sentences(page)
    assert house_rules() == DEFAULT_RULES


@pytest.mark.usefixtures("database")
def test_a_threshold_and_a_word_are_kept_by_their_forms() -> None:
    from assistant.ui.house_rules import house_rules

    page = open_page("pages/settings.py")
    page.number_input(key="threshold_sentence_words_presse_25").set_value(28)
    page.button(key="FormSubmitter:rules_thresholds-Enregistrer les règles").click().run()
    assert not page.exception
    assert house_rules().thresholds.sentence_words == 28


@pytest.mark.usefixtures("database")
def test_words_are_listed_in_plain_lines() -> None:
    from assistant.checks.rules import DEFAULT_RULES
    from assistant.ui.house_rules import house_rules

    page = open_page("pages/settings.py")
    page.text_area(key=f"banned_{hash(DEFAULT_RULES.banned)}").input("au final : finalement\nimpacter")
    page.text_area(key=f"spellings_{hash(DEFAULT_RULES.spellings)}").input("Kiev : Kyiv")
    page.button(key="FormSubmitter:rules_words-Enregistrer les règles").click().run()
    assert not page.exception
    assert [(rule.written, rule.instead) for rule in house_rules().banned] == [
        ("au final", "finalement"),
        ("impacter", ""),
    ]
    assert [(rule.written, rule.instead) for rule in house_rules().spellings] == [("Kyiv", "Kiev")]
