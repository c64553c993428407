"""Titles, standfirst, description, slug, social posts and key points by a model: made from the article's own text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from assistant.model import Draft
from assistant.writing.client import Schema
from assistant.writing.conversation import Conversation
from assistant.writing.metadata import propose_slug
from assistant.writing.prompting import fill_template, harmless, language_name
from assistant.writing.structured import ask_object, text_of, texts_of

TITLES: Final = 5
POSTS: Final = 3
POINTS: Final = 5
DETAIL_TOKENS: Final = 2000
LONGEST_ARTICLE: Final = 20_000
"""Characters of the article that are given: all of any news article."""

SCHEMA: Final[Schema] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["titles", "standfirst", "description", "slug", "posts", "points"],
    "properties": {
        "titles": {"type": "array", "items": {"type": "string"}},
        "standfirst": {"type": "string"},
        "description": {"type": "string"},
        "slug": {"type": "string"},
        "posts": {"type": "array", "items": {"type": "string"}},
        "points": {"type": "array", "items": {"type": "string"}},
    },
}


@dataclass(frozen=True, slots=True)
class Details:
    """What a model proposes around an article; empty where it proposed nothing."""

    titles: tuple[str, ...] = ()
    standfirst: str = ""
    description: str = ""
    slug: str = ""
    posts: tuple[str, ...] = ()
    points: tuple[str, ...] = ()


def propose_details(draft: Draft, text: str, conversation: Conversation) -> Details:
    """Return what the model proposes for an article of that `text`, each on one line, doubles left out.

    Raises ModelError, `model-bad-schema` when the answer holds nothing of it.
    """
    values = {
        "language": language_name(draft.language),
        "keyphrase": draft.keyphrase,
        "text": harmless(text)[:LONGEST_ARTICLE],
    }
    answer = ask_object(conversation, fill_template("details", draft.language, values), SCHEMA, DETAIL_TOKENS)
    titles = tuple(dict.fromkeys(title.strip('"“” ').rstrip(".") for title in texts_of(answer.get("titles"))))
    slug = text_of(answer.get("slug"))
    details = Details(
        titles[:TITLES],
        text_of(answer.get("standfirst")),
        text_of(answer.get("description")),
        propose_slug(slug.replace("-", " "), draft.keyphrase, draft.language) if slug else "",
        texts_of(answer.get("posts"))[:POSTS],
        texts_of(answer.get("points"))[:POINTS],
    )
    if details == Details():
        raise conversation.error("model-bad-schema")
    return details
