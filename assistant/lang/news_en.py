"""What the news checks know of English."""

from typing import Final

from assistant.lang.news import NewsWords
from assistant.lang.pack import word_list, word_set

NEWS: Final = NewsWords(
    actors=word_set(
        """
        mayor council councillor councillors government minister ministry president senator senators lawmakers governor
        police officer officers firefighters prosecutor prosecutors judge judges court lawyer lawyers army soldier
        soldiers troops forces resident residents neighbours neighbors voters protesters strikers worker workers
        employees union unions boss management director company firm group association charity federation club team
        player players coach fans students pupils teachers professor researcher researchers scientists doctor doctors
        nurse nurses patients farmer farmers fishermen traders shopkeepers sailors passengers tourists man woman men
        women child children teenager teenagers people victim victims driver suspect candidate candidates chief leader
        leaders diplomat diplomats agency bank parliament senate commission organisation organization authorities family
        families brother sister father mother artist singer author writer actor actress ship ferry plane train mayors
        """
    ),
    places=word_set(
        """
        port station square street avenue quay pier bridge market city town village district centre center county
        state region country valley mountain forest beach island coast sea river lake airport hospital school college
        university court palace stadium hall theatre theater cinema museum church cathedral mosque prison barracks
        factory site zone border capital road motorway highway building house flat home park garden campus north south
        east west downtown harbour harbor
        """
    ),
    place_prepositions=word_set("in at on near to from outside across inside of off around"),
    bare_place_prepositions=word_set("in at near from outside across inside around"),
    place_links=word_set("of between"),
    times=(
        r"(?:at|around|by|before|after) \d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m|p\.m|o'clock)?\b",
        r"(?:at|around) (?:noon|midnight)\b",
        r"(?:for|after|before|in|within|since) (?:\w+ ){0,2}(?:minutes?|hours?|days?|weeks?|months?|years?)\b",
        r"(?:in|since|by|late|early|mid-) ?(?:january|february|march|april|may|june|july|august|september)\b",
        r"(?:in|since|by|late|early|mid-) ?(?:october|november|december|19\d\d|20\d\d)\b",
        r"this (?:spring|summer|autumn|fall|winter)\b",
    ),
    relative_dates=(
        r"yesterday|tomorrow|today|tonight",
        r"this (?:morning|afternoon|evening|week|weekend|month|year)\b",
        r"(?:last|next) (?:night|week|weekend|month|year|spring|summer|autumn|fall|winter)\b",
        r"(?:a|two|three|four|five|six|\d{1,3}) (?:days?|weeks?|months?|hours?) ago\b",
    ),
    habits=("every", "each", "a", "from", "the", "to"),
    speech=word_list(
        """
        announc explain insist argu warn confirm declar promis admit deni ask repl reveal describ recall suggest
        complain conclud remark observ regret stress underlin testif protest joke shout whisper tweet vow pledg
        acknowledg urg
        """
    ),
    speech_forms=word_set(
        """
        adds added stated states claims claimed reported said says say saying told tells wrote writes asked thinks
        thought believes believed replied
        """
    ),
    according=("according to", "in the words of", "citing", "in a statement", "in an interview", "on social media"),
    works=word_set(
        """
        film movie novel book album song titled entitled called named dubbed nicknamed exhibition show play series
        documentary report article poem painting podcast operation programme program plan project slogan banner motto
        newspaper magazine game opera festival so-called
        """
    ),
    hedges=(
        r"alleg\w*|reported(?:ly)?|suspected|accused|apparent(?:ly)?|possibl[ey]|probabl[ey]|perhaps",
        r"seems?\b|appears? to",
        r"(?:could|may|might|would) (?:have|be)\b|claim(?:s|ed)?\b",
    ),
    leftovers=(
        r"read (?:more|also|next|our)\b|see also\b|related (?:articles?|stories|topics)|more on this (?:story|topic)",
        r"subscribe (?:now|to|here)|sign up (?:for|to|now)|log in to|already a subscriber|subscribers? only",
        r"newsletters?\b|get the latest|straight to your inbox",
        r"all rights reserved|copyright|\(c\) \d{4}|©",
        r"(?:photo|image|picture)(?: credit)?s? ?: |photo credit|file photo|stock image",
        r"share (?:on|this)|follow us|download (?:our|the) app|click (?:here|to)\b",
        r"accept (?:all )?cookies|this site uses cookies|privacy policy",
        r"\d+ min(?:ute)? read\b|published on \d|updated on \d|leave a comment|\d+ comments?\b$|advertisement$",
    ),
    instructions=(
        r"here (?:is|are|'s) (?:the|your|a|an) (?:article|text|section|rewritten|revised|summary|draft)\b",
        r"as an ai\b|as a (?:large )?language model\b|i'm an ai\b",
        r"(?:write|rewrite|summari[sz]e) (?:me )?(?:an|this|the|a) (?:\w+ )?(?:article|text|section)\b",
        r"(?:certainly|of course|sure) ?! ",
        r"i hope this|feel free to ask|let me know if you|would you like me to",
        r"\[(?:insert[^\]]{0,60}|name|date|place|title|source|your [^\]]{0,40}|todo)\]|lorem ipsum",
        r"\btodo\b|\bxxx+\b",
        r"\d{3,4} words (?:minimum|maximum).{0,40}(?:h2|seo|headings?)|keywords? ?: |meta ?description ?:",
        r"ignore (?:all |the )?(?:previous )?instructions",
    ),
    fillers=(
        "it is important to note that",
        "it is worth noting that",
        "it should be noted that",
        "it goes without saying",
        "needless to say",
        "as we all know",
        "at the end of the day",
        "in today's world",
        "in this day and age",
        "in an ever-changing world",
        "in the digital age",
        "now more than ever",
        "a game changer",
        "plays a crucial role",
        "plays a key role",
        "only time will tell",
        "time will tell",
        "remains to be seen",
        "in conclusion",
        "to sum up",
        "in summary",
        "all in all",
        "when all is said and done",
        "let's dive in",
        "in this article",
        "this article explores",
        "last but not least",
        "the fact of the matter is",
        "for all intents and purposes",
    ),
    typography=(
        ("quote-marks", '"'),
        ("apostrophe", r"'(?<=[^\W\d_].)(?=[^\W\d_])"),
        ("mark-space", r"[ \t](?=[;:!?](?:\s|$))(?<=[^\W_].)"),
        ("comma-space", r"[ \u00a0](?<=[^\W_].)(?=[,.](?:\s|$))"),
        ("comma-space", r",(?<=[^\W\d_].)(?=[^\W\d_])"),
        ("double-space", r"  +(?=\S)"),
        ("ellipsis", r"\.{3,}"),
    ),
    person_titles=word_set(
        """
        mr mrs ms miss dr sir dame lord lady president minister mayor governor senator general colonel captain king
        queen prince princess pope saint judge professor
        """
    ),
)
