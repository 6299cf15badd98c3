"""Heading: what the first lines of a text say about it: headline, byline, outlet, date.

In goes plain text, out come Metadata and the lines that are nothing but byline or date. A headline is a line above the
text; a date counts where it stands as a byline, a dateline or behind a label, not in the middle of a story. Nothing is
looked up and nothing guessed: an outlet is known only where the text names it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from watchfloor.evidence.byline import author_of, byline, dateline, label
from watchfloor.evidence.metadata import Metadata, line, web_address
from watchfloor.evidence.publication_date import publication_date
from watchfloor.evidence.text_line import TextLine, lines

_HEAD = 14
"""Lines looked at: kicker, headline, standfirst, byline, date, share bar and a caption, each once and some twice."""
_MAX_HEADLINE = 250
_MAX_HEADLINE_WORDS = 40
_MAX_DEPTH = 4_000
"""Characters looked at; below them no byline starts."""
_NAME_WORDS = 8
"""Words of the longest value of a label; behind a longer one a sentence of news begins with such a word."""
KICKERS = frozenset(
    [
        "top news",
        "breaking",
        "breaking news",
        "latest",
        "latest news",
        "news",
        "world",
        "world news",
        "politics",
        "business",
        "economy",
        "europe",
        "asia",
        "africa",
        "middle east",
        "americas",
        "international",
        "national",
        "opinion",
        "analysis",
        "exclusive",
        "featured",
        "featured story",
        "featured stories",
        "editor's pick",
        "editors' picks",
        "defence",
        "defense",
        "security",
        "technology",
        "science",
        "health",
        "sport",
        "sports",
        "live",
        "live updates",
        "just in",
        "developing",
        "developing story",
        "in focus",
        "global",
        "local",
        "us",
        "uk",
        "eu",
        "home",
        "explainer",
        "explained",
        "special report",
        "long read",
        "top stories",
        "top story",
        "press release",
        "video",
        "photo",
        "photos",
    ]
)
"""Names of sections that stand alone above a headline; compared case-folded and without marks at the ends."""
_TITLE_CASE = 0.8
"""Share of longer words in capitals from which a line with a full stop is still a headline."""
_MIN_TELLING = 3
"""Longer words that a line needs before its capitals tell anything."""
_EDGE = " \t:|•·*#>-–—_=[]"
_BREADCRUMB = re.compile(r"^(?:home|news)\s*[>»/|\u203a]", re.IGNORECASE)
_MARKDOWN = re.compile(r"^#{1,6}\s+|^\*\*(?=.*\*\*$)|\*\*$")


@dataclass(frozen=True, slots=True)
class Heading:
    """What the first lines say, and which of them are byline, date or kicker and nothing else, as (start, end)."""

    metadata: Metadata
    furniture: tuple[tuple[int, int], ...]


def heading(text: str, now: datetime) -> Heading:
    """The heading of `text`, whose dates must not lie after `now`."""
    head = list(islice(lines(text[:_MAX_DEPTH]), _HEAD))
    found = Metadata()
    marked = []
    news: list[TextLine] = []
    for current in head:
        said = _stated(current, now)
        if said is not None:
            found = found.over(said)
            if label(current.words) not in {"headline", "title"}:
                marked.append((current.start, current.end))
        elif not any(map(_is_prose, news)) and is_kicker(current.words):
            marked.append((current.start, current.end))
        elif _is_sizeable(current):
            # Below a standfirst the text itself begins; a dateline further down belongs to another story.
            if sum(map(_is_prose, news)) <= 1:
                found = found.over(dateline(current.words, now))
            news.append(current)
    title = _headline(news[0]) if len(news) > 1 else None
    return Heading(replace(found, headline=found.headline or title), tuple(marked))


def is_kicker(words: str) -> bool:
    """Whether a line is only the name of a section, or the path to one."""
    return words.strip(_EDGE).casefold() in KICKERS or (bool(_BREADCRUMB.match(words)) and len(words.split()) <= 12)  # noqa: PLR2004 - a path, not a sentence


def _stated(current: TextLine, now: datetime) -> Metadata | None:
    """What a line says that is a label with its value, a byline or a date and nothing else; None for any other line."""
    name = label(current.words)
    if name is None:
        return byline(current.words, now)
    value = re.split(r"[:：]", current.words, maxsplit=1)[1].strip().strip("\"'")  # noqa: RUF001 - East Asian colon
    match name:
        case "headline" | "title":
            return Metadata(headline=line(value))
        case "source" | "outlet" | "publication" | "publisher":
            return Metadata(outlet=line(value), url=web_address(value)) if len(value.split()) <= _NAME_WORDS else None
        case "url" | "link":
            return Metadata(url=web_address(value))
        case "author" | "by" | "byline" | "written by" | "text":
            return byline(f"By {value}", now) or (Metadata(author=author_of(value)) if author_of(value) else None)
        case _:
            return byline(value, now) or (
                Metadata(published=publication_date(value, now)) if len(value.split()) <= _NAME_WORDS else None
            )


def _is_prose(current: TextLine) -> bool:
    return current.ends_in_stop and current.count > 12  # noqa: PLR2004 - a sentence, not a label


def _is_sizeable(current: TextLine) -> bool:
    """Whether a line is more than the name of a section that no list holds."""
    return current.count >= 3 or len(current.words) >= 12  # noqa: PLR2004 - shorter headlines are rarer than such names


def _headline(first: TextLine) -> str | None:
    """The first line of a text that is neither byline nor kicker, if it reads as a headline."""
    words = _MARKDOWN.sub("", first.words).rstrip("; ")
    if (
        not words
        or len(words) > _MAX_HEADLINE
        or first.count > _MAX_HEADLINE_WORDS
        or words[-1] in ",:"
        or words[0].islower()
    ):
        return None
    if first.ends_in_stop:
        # Some archives put a full stop behind their headlines; capitals tell those from a first sentence.
        long = [word for word in words.split() if len(word) > len("with")]
        capitals = sum(word[0].isupper() for word in long)
        if len(long) < _MIN_TELLING or capitals < _TITLE_CASE * len(long) or first.count > _MAX_HEADLINE_WORDS / 2:
            return None
        words = words.removesuffix(".")
    return line(words)
