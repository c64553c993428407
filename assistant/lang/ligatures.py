"""Where French writes œ and not oe: Dictionnaire de l'Académie française, ninth edition, s.v. the words themselves."""

from typing import Final

LIGATURE_FR: Final = (
    "[oO][eE](?i:"
    r"(?<=\boe)(?=uvr|il\b|ill|ufs?\b|sophag|strog|d[eè]me|cum[eé]n|nolog|dip[ei])"
    r"|(?<=\bcoe)(?=ur|lacanth)|(?<=\b[eé]coe)(?=ur)|(?<=\brancoe)(?=urs?\b)|(?<=\bchoe)(?=urs?\b)"
    r"|(?<=\bsoe)(?=urs?\b)|(?<=\bconsoe)(?=urs?\b)|(?<=\bnoe)(?=uds?\b)|(?<=\bvoe)(?=ux?\b)|(?<=\bboe)(?=ufs?\b)"
    r"|(?<=\bmoe)(?=urs\b)|(?<=\bmanoe)(?=uvr)|(?<=\bd[eé]soe)(?=uvr)|(?<=\bfoe)(?=tus\b|tal|taux)"
    ")"
)
"""A regular expression for the two letters, over the text as it is written; moelle, poète and Phoenix have none."""
