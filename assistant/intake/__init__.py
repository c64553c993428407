"""Raw material to clean sources: pasted text, files, HTML, the brief in it, and its keyphrases."""

from assistant.intake.brief import parse_brief
from assistant.intake.brief_place import find_brief
from assistant.intake.keyphrases import Keyphrase, suggest_keyphrases
from assistant.intake.language import detect_language
from assistant.intake.reading import ACCEPTED_TYPES, Intake, read_file, read_html, read_text

__all__ = [
    "ACCEPTED_TYPES",
    "Intake",
    "Keyphrase",
    "detect_language",
    "find_brief",
    "parse_brief",
    "read_file",
    "read_html",
    "read_text",
    "suggest_keyphrases",
]
