"""An article as a Markdown file with front matter, harmless in any Markdown reader."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from assistant.export.publication import Publication, printable
from assistant.export.reader import is_safe_address, open_reader
from assistant.model import Article
from assistant.text.markup import escape_markdown

if TYPE_CHECKING:
    from markdown_it.token import Token

_FORBIDDEN: Final = ("html_block", "html_inline", "image")

# What may start a tag, a comment or an automatic link; an even number of backslashes before it escapes nothing.
_TAG_START = re.compile(r"(?<!\\)((?:\\\\){0,50})<(?=[A-Za-z/!?])(?!https?://|mailto:)")
_HEADING_MARKS = re.compile(r" {0,3}#{1,6}[ \t]{1,100}")


def to_markdown(publication: Publication) -> bytes:
    """Return front matter (title, description, slug, keyphrase, language) and the article, as UTF-8 Markdown.

    The values are JSON strings, which are YAML too, so that any text comes back as it was. HTML in the article is
    escaped; a block with a picture or an address outside http, https and mailto is shown as it was typed.
    """
    article = printable(publication).article
    return f"{front_matter(article)}\n{harmless(article.markdown)}".encode()


def front_matter(article: Article) -> str:
    """Return the front matter with its fences, one line a field; fields without a value are left out."""
    fields = {
        "title": article.title,
        "description": article.description,
        "slug": article.slug,
        "keyphrase": article.keyphrase,
        "language": article.language,
        "author": article.author,
        "published": article.published,
        "image": article.image,
        "image_alternative": article.image_alternative,
    }
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items() if value)
    return f"---\n{''.join(lines)}---\n"


def harmless(markdown: str) -> str:
    """Return `markdown` so that a reader that allows HTML, pictures and any address shows text in their place."""
    tagless = _TAG_START.sub(r"\1\\<", markdown)
    typed, lines = markdown.split("\n"), tagless.split("\n")
    # From the end, so that the numbers of the lines before stay true.
    for first, last in reversed(_harmful_blocks(open_reader().parse(tagless))):
        shown = _as_text("\n".join(typed[first:last]))
        lines[first:last] = [shown, ""] if "".join(lines[last : last + 1]).strip() else [shown]
    return "\n".join(lines)


def _as_text(block: str) -> str:
    """Return the block so that it shows as it was typed; a heading stays one."""
    marks = _HEADING_MARKS.match(block)
    start = marks.end() if marks else 0
    return block[:start] + escape_markdown(block[start:])


def _harmful_blocks(tokens: list[Token]) -> list[tuple[int, int]]:
    """Return the lines (half-open) of the outermost blocks that hold something forbidden."""
    blocks: list[tuple[int, int]] = []
    outermost = (0, 0)
    for token in tokens:
        if token.level == 0 and token.map:
            outermost = (token.map[0], token.map[1])
        if _is_harmful(token) and outermost not in blocks[-1:]:
            blocks.append(outermost)
    return blocks


def _is_harmful(token: Token) -> bool:
    if token.type in _FORBIDDEN:
        return True
    if token.type == "link_open":
        return not is_safe_address(str(token.attrGet("href") or ""))
    return any(_is_harmful(child) for child in token.children or ())
