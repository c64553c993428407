"""An HTML page to its article: hostile markup bounded first, then trafilatura, else our reading of the bare text."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Final

from assistant.errors import SourceError
from assistant.intake.lines import visible
from assistant.intake.plain import plain
from assistant.lang.pack import word_set
from assistant.limits import LONGEST_TEXT

# House rules: a news page with all its scripts is 0.2 to 3 MB, holds some thousands of elements, nests them 30 deep;
# parsers take seconds for 100,000 nested elements or attributes and then return nothing (measured on libxml2).
LARGEST_PAGE: Final = 5_000_000
MOST_TAGS: Final = 60_000
DEEPEST: Final = 250
LONGEST_TAG: Final = 20_000

_TAG: Final = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,20})(?P<rest>[^<>]{0,20000})>")
_VOID: Final = word_set(
    """
    area base br col embed hr img input link meta source track wbr p li td tr th option dt dd
    """
)
_HIDDEN: Final = re.compile(r"<(script|style|noscript|template|svg|iframe|head)\b[^<>]*>", re.IGNORECASE)
_BREAKING: Final = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|th|table|section|article|header|footer|nav|aside|"
    r"blockquote|figure|figcaption|main|form|dd|dt|title)\b[^<>]*>",
    re.IGNORECASE,
)
_ANY_TAG: Final = re.compile(r"<[!/?a-zA-Z][^<>]{0,20000}>")
_META: Final = re.compile(r"<meta\b[^<>]{0,5000}>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"""([a-zA-Z:-]{1,40})\s{0,5}=\s{0,5}(?:"([^"]{0,4000})"|'([^']{0,4000})')""")
_SITE_SEPARATOR: Final = re.compile(r"\s+[|–—•·»-]+\s+|\s*\|\s*")


@dataclass(frozen=True, slots=True)
class WebLine:
    """One line of an extracted page. `kind` is that of the block it will become."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class WebPage:
    """What a page says: its title, None when it has none, and the lines of its article, none when there is none."""

    title: str | None
    lines: tuple[WebLine, ...]


def accept_html(page: str) -> str:
    """Return `page` without what no text holds: NULs, soft hyphens, lone surrogates.

    Raises SourceError "too-large-source" beyond five million characters.
    """
    if len(page) > LARGEST_PAGE:
        raise SourceError("too-large-source", limit=LONGEST_TEXT)
    return page.replace("\x00", "").replace("\u00ad", "").encode("utf-8", "replace").decode("utf-8")


def is_hostile(page: str) -> bool:
    """Whether `page` would drown a parser: too many tags, nested too deep, or with an endless tag."""
    depth = deepest = tags = 0
    for tag in _TAG.finditer(page):
        tags += 1
        if tag["name"].lower() in _VOID or tag["rest"].endswith("/"):
            continue
        depth = max(0, depth - 1) if tag["close"] else depth + 1
        deepest = max(deepest, depth)
        if tags > MOST_TAGS or deepest > DEEPEST:
            return True
    return page.count("<") > 4 * MOST_TAGS or bool(re.search(rf"<[a-zA-Z][^<>]{{{LONGEST_TAG},}}", page))


def strip_tags(page: str) -> str:
    """Return the text of `page`, a line for each block; scripts, styles and comments go."""
    parts: list[str] = []
    last = 0
    for opening in _HIDDEN.finditer(page):
        if opening.start() < last:
            continue
        closing = page.find(f"</{opening[1]}", opening.end())
        if closing < 0:
            closing = page.lower().find(f"</{opening[1].lower()}", opening.end())
        parts.append(page[last : opening.start()])
        last = closing if closing >= 0 else opening.end()
    parts.append(page[last:])
    text = "\n".join(parts).replace("\n", " ")
    text = _BREAKING.sub("\n", _without_comments(text))
    return html.unescape(_ANY_TAG.sub(" ", text))


def _without_comments(page: str) -> str:
    parts = page.split("<!--")
    kept = parts[:1]
    for part in parts[1:]:
        _, closing, after = part.partition("-->")
        kept.append(after if closing else part)
    return " ".join(kept)


def extract_article(page: str) -> WebPage:
    """Return the article that trafilatura finds in `page`, precision favoured, and its title by agreement."""
    import trafilatura

    extracted = trafilatura.extract(
        page,
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        output_format="xml",
    )
    lines = _lines_of_xml(extracted) if extracted else ()
    return WebPage(find_title(page, " ".join(line.text for line in lines)), lines)


def _lines_of_xml(xml: str) -> tuple[WebLine, ...]:
    from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    root = etree.fromstring(xml.encode("utf-8"), parser)
    main = root.find("main") if root is not None else None
    if main is None:
        return ()
    lines: list[WebLine] = []
    for element in main.iter("p", "head", "item", "quote", "cell", "ab", "code"):
        if any(child.tag in ("p", "head", "item", "quote", "cell") for child in element):
            own = [element.text or "", *(child.tail or "" for child in element)]
            text = " ".join(own)
        else:
            text = "".join(str(part) for part in element.itertext())
        kind = {"head": "subheading", "item": "list", "quote": "quote"}.get(str(element.tag), "paragraph")
        lines += [WebLine(clean, kind) for line in text.split("\n") if (clean := visible(line))]
    return tuple(lines)


def find_title(page: str, body: str) -> str | None:
    """Return the title on which og:title, the H1s and the document title agree best; None when there is none."""
    sites = [_clean_title(value) for value in _meta_values(page, ("og:site_name",))]
    social = [_off_site(_clean_title(value), sites) for value in _meta_values(page, ("og:title", "twitter:title"))]
    heads = [
        _clean_title(_ANY_TAG.sub(" ", match))
        for match in re.findall(r"<h1\b[^<>]{0,5000}>(.{1,1500}?)</h1", page, re.I | re.S)
    ]
    documents = [
        _off_site(_clean_title(match), sites)
        for match in re.findall(r"<title\b[^<>]{0,500}>([^<]{1,1000})<", page, re.I)
    ]
    known = set(re.findall(r"\w{4,}", plain(body)))
    best, winner = 0.0, None
    for weight, titles in ((1.0, heads), (0.9, social), (0.5, documents)):
        for title in titles:
            for form in (title, *_without_site(title)):
                score = weight + _agreement(form, [*social, *heads, *documents]) + _told(form, known)
                if form and 1 < len(form.split()) < 45 and score > best:
                    best, winner = score, form
    return winner


def _meta_values(page: str, names: tuple[str, ...]) -> list[str]:
    values = []
    for tag in _META.findall(page[:400_000]):
        attributes = {name.lower(): first or second for name, first, second in _ATTRIBUTE.findall(tag)}
        if (attributes.get("property") or attributes.get("name") or "").lower() in names and attributes.get("content"):
            values.append(attributes["content"])
    return values


def _clean_title(text: str) -> str:
    return visible(re.sub(r"\s+", " ", html.unescape(html.unescape(text))))


def _off_site(title: str, sites: list[str]) -> str:
    """The title without the name of its site at the end."""
    for site in sites:
        if site and title.casefold().endswith(site.casefold()) and len(title) > len(site) + 10:
            return title[: -len(site)].rstrip(" |–—•·»:-")
    return title


def _without_site(title: str) -> list[str]:
    parts = _SITE_SEPARATOR.split(title)
    return [title[: title.rfind(parts[-1])].rstrip(" |–—•·»:-"), max(parts, key=len)] if len(parts) > 1 else []


def _agreement(title: str, others: list[str]) -> float:
    """How many of the page's titles are, or hold, this one."""
    key = re.sub(r"\W", "", plain(title))
    keys = [re.sub(r"\W", "", plain(other)) for other in others]
    return sum(1.0 if key == other else 0.6 if key and key in other else 0.0 for other in keys) / max(1, len(keys)) * 2


def _told(title: str, known: set[str]) -> float:
    words = re.findall(r"\w{4,}", plain(title))
    return sum(word in known for word in words) / len(words) if words else 0.0
