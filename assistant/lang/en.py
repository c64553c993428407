"""English."""

from typing import Final

from assistant.lang.pack import LanguagePack, word_set

PACK: Final = LanguagePack(
    code="en",
    function_words=word_set(
        """
        the a an and or but nor so yet for of to in on at by with from into onto over under about after before between
        against during without within through across along around behind beside beyond despite except inside near off
        out outside per since toward towards until upon via down up
        than as if when while because unless although though whether
        is are was were be been being am has have had having do does did doing will would shall should can could may
        might must not no it its itself he him his himself she her hers herself they them their theirs themselves
        i me my mine myself you your yours yourself we us our ours ourselves one
        this that these those who whom whose which what where there here how why
        also very more most some any all each every other another such own same both few many much less
        s t re ve ll d m
        """
    ),
    linking_words=word_set(
        """
        the a an of for to in on at by with from into onto over under about after before between against during
        without within through across along around behind beside beyond despite except inside near off out outside
        per since toward towards until upon via s
        """
    ),
    elisions=frozenset(),
    abbreviations=word_set(
        """
        mr mrs ms messrs dr drs prof sr jr gen col capt cmdr lt maj sgt rev hon gov sen sens rep reps pres supt adm amb
        st ave blvd rd mt ft inc ltd co corp bros dept est vs etc e.g i.e cf u.s u.k u.n u.s.a d.c a.m p.m ph.d esq
        v calif fla conn ariz colo minn okla tenn tex
        jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri
        no nos vol fig al p pp ch art sec approx
        """
    ),
    abbreviations_before_names=word_set(
        """
        mr mrs ms messrs dr drs prof gen col capt cmdr lt maj sgt rev hon gov sen sens rep reps supt adm amb mt vs v
        e.g i.e cf
        """
    ),
    abbreviations_before_numbers=word_set("no nos vol fig al p pp ch art sec mar"),
    name_particles=word_set("de la le van von der el al bin"),
    speech_verbs=word_set(
        """
        said says told tells asked asks replied replies answered added adds cried shouted yelled wrote writes warned
        insisted joked declared announced explained tweeted posted recalled exclaimed
        """
    ),
    plural_endings=(
        ("ies", "y"),
        ("sses", "ss"),
        ("shes", "sh"),
        ("ches", "ch"),
        ("xes", "x"),
        ("zes", "z"),
        ("oes", "o"),
        ("ss", "ss"),
        ("us", "us"),
        ("is", "is"),
        ("s", ""),
    ),
    feminine_endings=(
        # The singulars whose plural loses an e above.
        ("ie", "y", 4),
        ("che", "ch", 5),
        ("xe", "x", 3),
        ("ze", "z", 4),
        ("oe", "o", 4),
        ("men", "man", 6),
    ),
    irregular_forms={
        "men": "man",
        "women": "woman",
        "children": "child",
        "feet": "foot",
        "teeth": "tooth",
        "mice": "mouse",
        "geese": "goose",
        "wives": "wife",
        "lives": "life",
        "knives": "knife",
        "wolves": "wolf",
        "leaves": "leaf",
        "halves": "half",
        "shelves": "shelf",
        "thieves": "thief",
        "loaves": "loaf",
        "calves": "calf",
        "crises": "crisis",
        "analyses": "analysis",
        "theses": "thesis",
        "criteria": "criterion",
        "phenomena": "phenomenon",
        "buses": "bus",
        "viruses": "virus",
        "campuses": "campus",
        "bonuses": "bonus",
        "statuses": "status",
        "gases": "gas",
        "quizzes": "quiz",
        "ties": "tie",
        "pies": "pie",
        "dies": "die",
        "scarves": "scarf",
        "selves": "self",
        "elves": "elf",
        "biases": "bias",
        "lenses": "lens",
        "atlases": "atlas",
    },
    unchanging_words=word_set(
        "news series species texas wales james paris mars gas lens bias atlas has was does goes tie pie lie die"
    ),
    compound_starts=word_set("non semi anti pre post north south"),
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
        # Order
        "first of all",
        "first,",
        "firstly",
        "second,",
        "secondly",
        "third,",
        "thirdly",
        "to begin with",
        "in the first place",
        "then",
        "next,",
        "afterwards",
        "subsequently",
        "finally",
        "lastly",
        "last but not least",
        "in the end",
        "eventually",
        "meanwhile",
        "in the meantime",
        "at the same time",
        "simultaneously",
        "at first",
        # Addition
        "moreover",
        "furthermore",
        "in addition",
        "additionally",
        "besides,",
        "what is more",
        "what's more",
        "on top of that",
        "likewise",
        "similarly",
        "in the same way",
        "by the same token",
        "not to mention",
        # Opposition and concession
        "however",
        "nevertheless",
        "nonetheless",
        "even so",
        "still,",
        "and yet",
        "yet,",
        "on the contrary",
        "in contrast",
        "by contrast",
        "conversely",
        "on the other hand",
        "instead",
        "whereas",
        "although",
        "even though",
        "though",
        "even if",
        "despite that",
        "despite this",
        "in spite of that",
        "having said that",
        "that said",
        "all the same",
        "in any case",
        "in any event",
        "admittedly",
        "granted,",
        "otherwise",
        # Cause and explanation
        "because",
        "in fact",
        "as a matter of fact",
        "indeed",
        "in other words",
        "that is to say",
        "that is,",
        "namely",
        "to put it another way",
        "given that",
        "for this reason",
        "for that reason",
        "this is why",
        "that is why",
        # Consequence and aim
        "therefore",
        "thus",
        "hence",
        "consequently",
        "as a result",
        "as a consequence",
        "accordingly",
        "so that",
        "in order that",
        "in that case",
        "if so",
        # Example and summary
        "for example",
        "for instance",
        "in particular",
        "notably",
        "to illustrate",
        "specifically",
        "such as",
        "in short",
        "in brief",
        "in conclusion",
        "to conclude",
        "to sum up",
        "in summary",
        "all in all",
        "on the whole",
        "after all",
        "by the way",
        # Pairs
        "on the one hand … on the other",
        "not only … but",
        "either … or",
        "neither … nor",
    ),
    generic_headings=frozenset(
        (
            "introduction",
            "conclusion",
            "summary",
            "overview",
            "part 1",
            "part 2",
            "part 3",
            "part one",
            "part two",
            "section 1",
            "section 2",
            "heading",
            "heading 1",
            "subheading",
            "title",
            "subtitle",
        )
    ),
    # Flesch, 1948.
    reading_ease=(206.835, 1.015, 84.6),
    quotation_marks=("“", "”"),
)
