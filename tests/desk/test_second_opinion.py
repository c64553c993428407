"""Second opinions by readers of every temper: strong, weak, lying, malformed; and what a fault leaves behind."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from assistant.desk.points import review_of
from assistant.desk.second_opinion import OpinionsGiven, Scope, asked_about, estimate, give_opinions, keep_opinions
from assistant.errors import ModelError
from assistant.model import Draft, Opinion, Verdict
from assistant.storage.codec import draft_from_json, draft_to_json
from assistant.writing.answer import Limits
from assistant.writing.conversation import Conversation
from assistant.writing.endpoints import Endpoint
from assistant.writing.opinions import BATCH
from tests.desk.reviewed_draft import ALTERED, CARRIED, INVENTED, checked, reviewed_draft, version
from tests.servers import scripted
from tests.servers.fixtures import server

__all__ = ["server"]

PARAPHRASE = "Les délais ont été tenus, s’est réjouie l’édile au moment d’inaugurer la cale."
TWISTED = "Le cordon a été tranché sous les yeux de quarante habitants."
FRAMING = "Une page se tourne, et les regards se portent déjà vers la saison prochaine."
GREEN = "Mardi, le port de Varennes a rouvert au bout de six semaines de travaux."
TEXT = f"{ALTERED} {INVENTED} {PARAPHRASE} {FRAMING}\n\n{CARRIED} {GREEN}"


def written(text: str = TEXT) -> Draft:
    draft = reviewed_draft()
    return replace(draft, title="", sections=(replace(draft.sections[0], heading="", versions=(version(text),)),))


def opined(
    server: scripted.ScriptedServer, scenario: str, draft: Draft, scope: Scope = "all"
) -> tuple[Draft, OpinionsGiven]:
    kept: list[Draft] = [draft]

    def keep(opinions: tuple[Opinion, ...]) -> None:
        kept.append(keep_opinions(kept[-1], opinions))

    conversation = Conversation(Endpoint(server.url(scenario), "lecteur"), Limits(first_s=10, retries=0))
    given = give_opinions(conversation, draft, scope, keep)
    return kept[-1], given


def verdicts(draft: Draft) -> dict[str, Verdict]:
    return {each.sentence: each.verdict for each in review_of(draft).sentences}


def test_what_was_not_found_is_asked_about_first_and_what_an_opinion_cannot_change_never() -> None:
    draft = written()
    assert [each.sentence for each in asked_about(draft, "unsupported")] == [INVENTED, PARAPHRASE]
    every = [each.sentence for each in asked_about(draft, "all")]
    assert every == [INVENTED, PARAPHRASE, GREEN]
    assert ALTERED not in every
    assert CARRIED not in every


def test_a_strong_reader_turns_amber_green_with_a_passage_that_stands(server: scripted.ScriptedServer) -> None:
    draft, given = opined(server, "reader-strong", written())
    told = verdicts(draft)
    assert (told[PARAPHRASE], told[INVENTED], told[ALTERED]) == ("supported", "unsupported", "altered")
    assert given.void == 0
    opinion = checked(draft, PARAPHRASE).opinion
    assert opinion is not None
    assert opinion.model == "lecteur"
    assert opinion.passage is not None
    source = draft.sources[0]
    assert "tenu les délais" in source.body[opinion.passage.start : opinion.passage.end]
    assert draft_from_json(draft_to_json(draft)) == draft


def test_an_opinion_is_read_through_whatever_surrounds_it(server: scripted.ScriptedServer) -> None:
    draft, _ = opined(server, "reader-chatty", written())
    assert verdicts(draft)[PARAPHRASE] == "supported"


def test_a_weak_reader_costs_green_sentences_and_no_more(server: scripted.ScriptedServer) -> None:
    before = verdicts(written())
    after = verdicts(opined(server, "reader-weak", written())[0])
    assert after[GREEN] == "unsupported"
    assert {sentence: after[sentence] for sentence in (ALTERED, INVENTED, CARRIED)} == {
        sentence: before[sentence] for sentence in (ALTERED, INVENTED, CARRIED)
    }


def test_a_lying_reader_turns_nothing_green(server: scripted.ScriptedServer) -> None:
    draft, given = opined(server, "reader-lying", written())
    told = verdicts(draft)
    assert (told[PARAPHRASE], told[INVENTED], told[ALTERED]) == ("unsupported", "unsupported", "altered")
    assert given.void > 0


def test_a_malformed_answer_is_no_opinion(server: scripted.ScriptedServer) -> None:
    draft, given = opined(server, "reader-malformed", written())
    assert draft.opinions == ()
    assert (given.count, given.silent) == (0, 3)


@pytest.mark.parametrize(
    ("scenario", "code"),
    [
        ("ok", "model-bad-schema"),
        ("empty", "model-bad-schema"),
        ("refused-key", "model-refused-key"),
        ("cut", "model-cut-short"),
        ("error-500", "model-server-error"),
        ("length", "model-token-limit"),
    ],
)
def test_every_fault_is_one_known_error(server: scripted.ScriptedServer, scenario: str, code: str) -> None:
    with pytest.raises(ModelError) as caught:
        opined(server, f"{scenario};delay=0", written())
    assert caught.value.code == code


def test_sentences_are_asked_about_in_batches_and_once(server: scripted.ScriptedServer) -> None:
    names = (
        "Albert",
        "Berthe",
        "Camille",
        "Denis",
        "Élise",
        "Fanny",
        "Gaston",
        "Hélène",
        "Irène",
        "Jules",
        "Karim",
        "Léa",
    )
    text = "\n\n".join(
        f"Un orchestre de jazz dirigé par {name} a enchanté les promeneurs du quartier." for name in names
    )
    before = len(server.journal)
    draft, given = opined(server, "reader-weak;name=batches", written(text))
    assert given.count == len(names)
    assert len(server.journal) - before == -(-len(names) // BATCH)
    assert asked_about(draft, "all") == ()
    assert opined(server, "reader-weak;name=batches", draft)[1] == OpinionsGiven(0, 0, 0)
    assert len(server.journal) - before == -(-len(names) // BATCH)


def test_what_came_before_a_stop_is_kept(server: scripted.ScriptedServer) -> None:
    text = "\n\n".join(
        f"La chorale numéro {letter} a chanté des airs anciens sous la halle." for letter in "ABCDEFGHIJKLMN"
    )
    draft = written(text)
    conversation = Conversation(Endpoint(server.url("reader-weak"), "lecteur"), Limits(first_s=10))
    kept: list[Opinion] = []

    def keep(opinions: tuple[Opinion, ...]) -> None:
        kept.extend(opinions)
        threading.Thread(target=conversation.hang_up).run()

    given = give_opinions(conversation, draft, "all", keep)
    assert len(kept) == BATCH == given.count


def test_opinions_on_other_sources_are_dropped() -> None:
    draft = written()
    other = Opinion(GREEN, "other", "unsupported", "lecteur", "")
    assert keep_opinions(draft, (other,)).opinions == ()


def test_the_cost_is_estimated_before() -> None:
    endpoint = Endpoint("https://api.openai.com/v1", "gpt-4o-mini", "key")
    usage = estimate(written(), "all", endpoint)
    assert usage.requests == 1
    assert usage.prompt_tokens > 200
    assert usage.cost
    assert estimate(written(), "unsupported", endpoint).answer_tokens < usage.answer_tokens
