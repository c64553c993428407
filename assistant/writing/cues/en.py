"""English news writing."""

from typing import Final

from assistant.writing.cues.story_cues import StoryCues, listed, words_of
from assistant.writing.cues.verbs_en import ALSO_NOUNS, FINITE_VERBS

CUES: Final = StoryCues(
    code="en",
    role_cues={
        "fact": (),
        "declarations": listed(
            """
            said, says, told, according to, added, stated, announced, explained, insisted, wrote, confirmed
            argued, claimed, promised, noted
            """
        ),
        "reactions": listed(
            """
            fear*, alarm*, concern*, worried, condemn*, denounc*, critic*, welcomed, regret*, reaction*
            reacted, protest*, opposition, opponent*, anger, angry, controvers*, warned, warning*, experts
            analysts, observers, residents, union*, campaigners, speculation, rumour*, rumor*, sceptic*
            skeptic*, petition
            """
        ),
        "context": listed(
            """
            since, histor*, dates back, previously, decade*, pandemic, at the time, century, last year, years
            ago, first time, second time, last time, traditional*, founded in, built in, opened in, in 19*
            in 20*, formerly, long, so far, until now, sanction*, backdrop, already, inhabitants
            """
        ),
        "next": listed(
            """
            will, next, expected, planned, scheduled, due to, set to, by the end, tomorrow, upcoming
            remains to be, not yet, from monday, in the future, timetable, invitation, shall
            """
        ),
    },
    dependent_openings=listed(
        """
        he, she, it, they, his, her, its, their, this, that, these, those, such, both, but, and, so, yet
        however, nevertheless, instead, also, the two, the former, the latter, another, others, the other
        later, earlier, soon after, shortly after, shortly before, the day before, the next day, the following day
        hours later, days later, minutes later, at the same time, by then, since then, in the meantime
        the same, one of them, as a result, likewise, similarly, then, meanwhile, by contrast, on the contrary
        some of them, all of them, there, the couple
        """
    ),
    dependent_phrases=listed(
        """
        he said, she said, they said, he added, she added, they added, also, added
        """
    ),
    dependent_nouns=listed(
        """
        the agency, the group, the company, the organisation, the organization, the minister, the report
        the document, the study, the project, the scheme, the measure, the association, the union
        the building, the decision, the deal, the meeting, the event, the train
        """
    ),
    reporting_nouns=("the agency", "the newspaper", "the paper", "the channel", "the broadcaster"),
    subject_pronouns=words_of(
        """
        he him it she them they
        """
    ),
    speaking_words=words_of("i we our my us is are must should will you"),
    impersonal=listed(
        """
        it is possible, it is clear, it is likely, it is unclear, it remains, it takes, there is, there are
        """
    ),
    connectors=listed(
        """
        Moreover, Furthermore, In addition, However, Nevertheless, Finally, Thus, Also, Similarly
        Besides, Therefore, As a result, Still, By contrast, On the other hand
        """
    ),
    determiners=words_of(
        """
        a an no some that the these this those
        """
    ),
    prepositions=words_of(
        """
        about against at between by during for from in into of on onto over through to under with within
        without
        """
    ),
    opening_articles=words_of("the a an"),
    event_nouns=words_of(
        """
        accident agreement aid alert alliance appeal arrival attack budget campaign ceremony choice closure
        complaint concert conditions conflict cooperation cost costs crisis criticism deal debate defeat
        delivery departure discovery drought election elections exchange exhibition fall fear fears festival
        fight fire flood floods funding future gift gifts inquiry invasion invitation jobs law match measure
        measures meeting opening outage plan plans price prices priority production project promise protest
        purchase reform relations request rescue research response results return rise risk risks role sale
        sanctions season sentence stage storm strike study summit support talks threat threats ties timetable
        tour trial trip truce victory visit vote war welcome works
        """
    ),
    event_endings=("tion", "tions", "sion", "sions", "ment", "ments", "ance", "ence", "ing", "ings"),
    bodies=words_of(
        """
        delegation delegations association associations organisation organisations organization institution
        institutions population administration nation nations federation station stations commission section sections
        government governments parliament department departments building buildings document documents king
        """
    ),
    phrase_stops=words_of(
        """
        according after already also although am and are as be because been before being but can could did do
        does had has have having he her here him his i if is it its just may me might more most must my never
        nor not only or our said says shall she should since so still than that their them then there they
        though told unless until us very was we were what when where which while who why whom whose will would yet you
        your
        """
    ),
    possessives=words_of(
        """
        her his its my our their your
        """
    ),
    demonstratives=words_of("this that these those"),
    indefinites=words_of("all some many several none both each everyone"),
    auxiliaries=words_of(
        """
        are can could did do does had has have is may might must plans remains said says shall should told
        wants was were will would
        """
    ),
    finite_verbs=FINITE_VERBS,
    verbs_or_nouns=ALSO_NOUNS,
    fronting_words=words_of("after before last this next"),
    before_nouns=words_of(
        """
        new first last second third other same big large small great major minor public annual planned previous next
        several many few more less most least
        """
    ),
    after_nouns=words_of("of by"),
    clause_borders=listed(
        """
        after, while, before, when, because, but, although, though, as, during, until, since
        """
    ),
    title_borders=listed(
        """
        in order to, following, amid, despite, due to, because of
        """
    ),
    conditions=listed(
        """
        if, unless, except, provided, subject to, in case of, in the event of
        """
    ),
    vague_nouns=words_of(
        """
        agencies agency article case cause counterpart day days dollars effect end euros example fact friday
        hour hours image images kilometres kind media metres middle miles million millions minute minutes
        moment monday month newspaper number occasion officials other others page part parts photo photos
        place point points possibility pounds press prospect reason rest saturday side site sort start sunday
        text thing things thursday time times tuesday type video way wednesday week weeks year years
        station region city town capital border village street county province father mother son daughter
        brother sister abroad name foot feet last first zone sources long
        union association company ministry government team group federation council university
        """
    ),
    relative_days=words_of(
        """
        friday monday saturday sunday thursday today tomorrow tuesday wednesday yesterday
        """
    ),
    plain_places=(("in the capital ", "in "), ("in the city of ", "in ")),
    finished=("after (?:completing|finishing|ending)", "at the end of", "after"),
    relative_times=listed(
        """
        last month, last week, last year, earlier this week, this week, this month, next week, next month, yesterday
        tomorrow, today, in recent days, a few days ago, earlier this month, in the coming days
        """
    ),
    day_parts=("morning", "afternoon", "evening", "night"),
    time_units=words_of(
        """
        day days hour hours minute minutes month months time times week weeks year years
        """
    ),
    measures=words_of(
        """
        metre metres meter meters kilometre kilometres kilometer mile miles acre acres tonne tonnes ton tons
        litre litres pound pounds euro euros dollar dollars degree degrees people person resident residents
        million millions billion goal goals point points vote votes job jobs page pages place places inch
        inches foot feet centimetre centimetres
        """
    ),
    degrees=words_of("very too almost nearly about least most more less quite rather so until"),
    casualties=words_of(
        "injured hurt wounded dead killed died victims missing hospitalised hospitalized evacuated arrested"
    ),
    severe=words_of("seriously critically severely serious critical"),
    relatives=words_of("that where which who whose"),
    speech_verbs=words_of("added argued explained insisted recalled replied said stressed told warned"),
    speaking_pronouns=("He", "She"),
    comparatives=words_of("more less greater better worse bigger smaller"),
    vague_adjectives=words_of(
        """
        actual additional certain current different further general great important main other possible present
        recent same several single such total various
        """
    ),
    according=("according to",),
    returns=listed("returned, is back, are back, was back, came back, got home, returned home"),
    departures=listed("leaves, left, has left, have left, departed, set off"),
    number_words={
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "thirteen": 13,
        "fourteen": 14,
        "fifteen": 15,
        "sixteen": 16,
        "seventeen": 17,
        "eighteen": 18,
        "nineteen": 19,
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
        "eighty": 80,
        "ninety": 90,
        "hundred": 100,
        "thousand": 1000,
        "million": 1000000,
        "billion": 1000000000,
    },
    abstract_words=words_of(
        """
        according added agency also announced explained media official officials press published reported said
        says showed shows state stated told
        """
    ),
    person_titles=listed(
        """
        president, minister, mayor, director, leader, governor, senator, spokesman, spokeswoman, spokesperson
        councillor, adviser, secretary, chief, king, queen, professor, researcher, lawyer, prosecutor
        commander, general, captain, coach, founder, manager, economist, doctor, nurse, farmer, resident
        architect, chair, head
        """
    ),
    role_headings={
        "fact": listed("What we know, The facts, The facts in detail, How it happened"),
        "declarations": listed("The explanations, In their own words"),
        "reactions": listed("The reactions, Concerns and reactions, How it was received"),
        "context": listed("The background, How it came to this, A look back, The wider picture"),
        "next": listed("What comes next, The next steps, What is expected"),
    },
    essentials_heading="The essentials",
    dates_heading="Key dates",
    people_heading="Who is who",
    questions_heading="Questions and answers",
    questions={
        "what": "What happened?",
        "who": "Who?",
        "when": "When?",
        "how-many": "How many?",
        "next": "And next?",
    },
    colon=": ",
)
