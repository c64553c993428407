"""An article as one HTML file that needs nothing else, with its NewsArticle data for search engines."""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING, Final

from assistant.export.publication import Publication, printable
from assistant.export.reader import safe_reader
from assistant.model import Article
from assistant.text.dates import read_date

if TYPE_CHECKING:
    from markdown_it.token import Token

ALLOWED_TAGS: Final = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "ul", "ol", "li", "strong", "em", "a"}
    | {"code", "pre", "aside"}
)
ALLOWED_ATTRIBUTES: Final = {"a": {"href"}, "ol": {"start"}}
ALLOWED_SCHEMES: Final = frozenset({"http", "https", "mailto"})

STYLE: Final = """
:root { color-scheme: light dark; --text: #1b1b1b; --page: #fffdf9; --rule: #c9c3b8; --link: #0b5394; }
@media (prefers-color-scheme: dark) {
  :root { --text: #ececec; --page: #16181c; --rule: #4a4e57; --link: #8ab4f8; }
}
body { margin: 0; background: var(--page); color: var(--text); font: 1.125rem/1.6 Georgia, "Times New Roman", serif; }
article { max-width: 40rem; margin: 2.5rem auto; padding: 0 1.25rem; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; margin: 1.6em 0 .5em; }
h1 { font-size: 2.1rem; margin-top: 0; }
h1 + p { font-size: 1.25rem; line-height: 1.45; font-weight: 600; } /* the standfirst */
a { color: var(--link); }
blockquote { margin: 1.2em 0; padding-left: 1em; border-left: 3px solid var(--rule); }
pre { white-space: pre-wrap; }
aside { border: 1px solid var(--rule); border-radius: .4rem; padding: 0 1.25rem; margin: 2em 0; }
@media print {
  :root { color-scheme: light; --text: #000; --page: #fff; }
  article { max-width: none; margin: 0; }
  h1, h2, h3 { break-after: avoid; }
  p, li, blockquote { orphans: 3; widows: 3; }
}
""".strip()

_JSON_ESCAPES: Final = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def to_html(publication: Publication) -> bytes:
    """Return the article as a standalone HTML5 document in UTF-8.

    One H1: the first of the article, or its title; further ones become H2. Nothing of the article is markup but what
    its Markdown says, and of that no picture and no address outside http, https and mailto.
    """
    publication = printable(publication)
    article = publication.article
    heading, body = render_body(article, publication.service_mark)
    title = article.title or heading
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(article.language or "und")}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>",
        f'<meta name="description" content="{escape(article.description)}">' if article.description else "",
        f'<script type="application/ld+json">{news_article(publication, title)}</script>',
        f"<style>\n{STYLE}\n</style>",
        "</head>",
        "<body>",
        f"<article>\n{body}</article>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(line for line in lines if line).encode("utf-8") + b"\n"


def render_body(article: Article, service_mark: str = "") -> tuple[str, str]:
    """Return the text of the one H1, and the article as HTML of the allowed tags only; service blocks are asides."""
    import nh3

    reader = safe_reader()
    tokens = reader.parse(article.markdown)
    heading = _keep_one_h1(tokens)
    tokens = _with_asides(tokens, service_mark) if service_mark else tokens
    html = reader.renderer.render(tokens, reader.options, {})
    if heading is None:
        heading = article.title
        html = (f"<h1>{escape(heading)}</h1>\n" if heading else "") + html
    cleaned = nh3.clean(
        html,
        tags=set(ALLOWED_TAGS),
        attributes={tag: set(names) for tag, names in ALLOWED_ATTRIBUTES.items()},
        url_schemes=set(ALLOWED_SCHEMES),
        url_relative="deny",
        clean_content_tags=set(),
    )
    return heading, cleaned


def news_article(publication: Publication, title: str) -> str:
    """Return the NewsArticle data as JSON that is safe inside a script element: only what the desk knows for true.

    Author, picture and date of publication only where the journalist gave them: an invented one would be a lie.
    https://developers.google.com/search/docs/appearance/structured-data/article
    """
    article = publication.article
    data: dict[str, str | list[str] | dict[str, str]] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
    }
    keywords = list(filter(None, (article.keyphrase, *article.synonyms)))
    known: dict[str, str | list[str] | dict[str, str]] = {
        "author": {"@type": "Person", "name": article.author} if article.author else "",
        "image": article.image if article.image.startswith(("http://", "https://")) else "",
        "datePublished": read_date(article.published) or "",
        "description": article.description,
        "inLanguage": article.language,
        "keywords": keywords,
        "dateCreated": publication.created,
        "dateModified": publication.modified,
    }
    data.update({name: value for name, value in known.items() if value})
    return json.dumps(data, ensure_ascii=False).translate(_JSON_ESCAPES)


def _keep_one_h1(tokens: list[Token]) -> str | None:
    """Turn every H1 but the first into H2, in place; return the text of the first, None when there is none."""
    heading: str | None = None
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            if heading is None:
                heading = _plain(tokens[index + 1])
            else:
                token.tag = tokens[index + 2].tag = "h2"
    return heading


def _with_asides(tokens: list[Token], mark: str) -> list[Token]:
    """Return the tokens with each stretch from a heading over that mark to the next heading inside an aside."""
    from markdown_it.token import Token

    found: list[Token] = []
    is_open = False
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0:
            if is_open:
                found.append(Token("aside_close", "aside", -1, block=True))
            is_open = len(tokens) > index + 4 and _plain(tokens[index + 4]) == mark
            if is_open:
                found.append(Token("aside_open", "aside", 1, block=True))
        found.append(token)
    return [*found, Token("aside_close", "aside", -1, block=True)] if is_open else found


def _plain(inline: Token) -> str:
    texts = (" " if child.type in ("softbreak", "hardbreak") else child.content for child in inline.children or ())
    return re.sub(r"[ \t]{1,200}", " ", "".join(texts)).strip()
