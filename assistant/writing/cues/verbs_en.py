"""English verbs of the press: the past and the present by which a clause without an auxiliary shows its verb."""

from __future__ import annotations

from typing import Final

from assistant.writing.cues.story_cues import words_of

FINITE_VERBS: Final = words_of(
    """
    accepted accuses added admitted adopted agreed aims allows announced announces approved argued arrested arrives
    asked asks attacked attended backed backs banned bans became began begins blamed blames blocked boosted bought
    broke brought builds built buys called calls came cancelled caused celebrated changed changes charged chose
    claimed claims clashed closed closes collapsed comes condemned condemns confirmed confirms contains continued
    continues costs covered covers crashed created criticised criticized cuts damaged decided declared declined
    defeated defends delayed delivered demanded demands denied denies described destroyed died dies drew dropped
    drove earned ended ends expanded expects faced faces failed fears fell finished fired flew flooded follows
    forced forces found founded gained gathered gave gets gives goes got grew halted handed happened helped helps
    hit holds hopes hosted imposed improved includes increased injured insisted introduced invested invited joined
    joins keeps kept killed knew knocked lasted launched launches leads leaves led left lifted lives lost makes
    marked means met missed moved moves named needs offered offers opened opens opposed opposes ordered organised
    overcame owns paid passed paused plans played plays pledged postponed praised prepares presented produced
    promised promises proposed proposes protested provided provides published pulled pushed put raised ran reached
    received recorded recovered reduced refused rejected rejects released replaced reported represents rescued
    resigned responded restored resumed retired returned returns revealed rises rose runs sank saved saw scored
    scrapped seeks sees sent served shook shows shut signed slammed sold sought sparked spends spent spoke spread
    started starts stayed stepped stole stopped stops struck suffered supported supports suspended swore takes tells
    thanked threatened threatens threw told took tops travelled tried turned unveiled urged urges used visited
    visits voted votes waited wants warned warns welcomed welcomes went wins withdrew won wore worked works writes
    wrote
    """
)
"""Folded third persons of the present and forms of the past."""
ALSO_NOUNS: Final = words_of(
    """
    accused aims approved arrested attacked asked backed backs banned bans blamed blocked boosted brought built buys
    called calls cancelled caused celebrated changed changes charged claims closed condemned costs covered covers
    created cuts damaged decided defeated delayed delivered demanded demands destroyed earned ended ends expanded
    faced faces fears fired flooded follows forced forces found founded gathered halted handed helped helps hit holds
    hopes hosted imposed improved increased injured introduced invested invited joined killed knocked launched
    launches leads left lifted lives lost marked means missed moved moves named needs offered offers opened ordered
    organised paid passed paused plans played plays pledged postponed praised presented produced promised promises
    proposed provided published pulled pushed put raised received recorded recovered reduced rejected released
    replaced reported represented rescued restored resumed revealed rises runs saved scored scrapped sent served shows
    shut signed sold sought spent spread started starts stopped stops struck supported supports suspended tells tops
    turned unveiled urged used visits votes works
    """
)
"""Those that are nouns or participles too, so that the words around must show the verb."""
