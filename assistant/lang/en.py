"""English."""

from typing import Final

from assistant.lang.pack import LanguagePack, word_set

PACK: Final = LanguagePack(
    code="en",
    function_words=word_set("""
        the a an and or but nor so yet for of to in on at by with from into onto over under about after before between
        against during without within through than as if when while because since until unless although though
        is are was were be been being am has have had having do does did doing will would shall should can could may
        might must not no it its he she they them his her hers their theirs him i me my mine you your yours we us our
        ours this that these those who whom whose which what where there here also very more most some any all each
        every other another such own same both few many s t
        """),
    linking_words=word_set("""
        the a an of for to in on at by with from into onto over under about after before between against during
        without within through s
        """),
    elisions=frozenset(),
    abbreviations=word_set("""
        mr mrs ms dr prof sr jr st gen col capt lt sgt rev hon gov sen rep inc ltd co corp vs etc e.g i.e u.s u.k u.n
        jan feb mar apr jun jul aug sept sep oct nov dec a.m p.m no vol fig al
        """),
    abbreviations_before_names=word_set("mr mrs ms dr prof st gen col capt lt sgt rev hon gov sen rep vs e.g i.e"),
    abbreviations_before_numbers=word_set("no vol fig al p pp"),
    plural_endings=(
        ("ies", "y"),
        ("sses", "ss"),
        ("shes", "sh"),
        ("ches", "ch"),
        ("xes", "x"),
        ("zes", "z"),
        ("ss", "ss"),
        ("us", "us"),
        ("is", "is"),
        ("s", ""),
    ),
    feminine_endings=(),
    irregular_forms={"men": "man", "women": "woman", "children": "child"},
    unchanging_words=word_set("news series species"),
    months=(
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ),
    weekdays=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    transitions=(
        "however",
        "nevertheless",
        "nonetheless",
        "moreover",
        "furthermore",
        "in addition",
        "besides",
        "meanwhile",
        "therefore",
        "thus",
        "consequently",
        "as a result",
        "for example",
        "for instance",
        "in other words",
        "in contrast",
        "on the other hand",
        "on the contrary",
        "first",
        "then",
        "finally",
        "in fact",
        "indeed",
        "similarly",
        "instead",
        "still",
        "not only … but",
        "on the one hand … on the other",
    ),
    generic_headings=frozenset(
        ("introduction", "conclusion", "summary", "overview", "part 1", "section 1", "heading", "subheading", "title")
    ),
    quotation_marks=("“", "”"),
)
