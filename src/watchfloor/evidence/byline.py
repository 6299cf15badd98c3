"""Byline: who wrote an article and when, as the line says that stands above it; and the dateline that begins its text.

In goes one line, out come Metadata. A byline is a line that holds a name, an outlet, a date and nothing more; a line of
news is none, whatever names and dates it holds.
"""

from __future__ import annotations

import re
from datetime import datetime

from watchfloor.evidence.metadata import Metadata, line
from watchfloor.evidence.publication_date import DateMention, dates

_LABEL = re.compile(
    r"^\W{0,3}(headline|title|author|byline|written by|by|source|outlet|publication|publisher|url|link|text"
    r"|(?:first |originally |date )?published(?: on| at)?|publication date|posted(?: on| at)?|(?:last )?updated?(?: on| at)?"
    r"|(?:last )?modified|date|issued|created)\s?\**\s?[:：]",  # noqa: RUF001 - East Asian colon
    re.IGNORECASE,
)
_BY = re.compile(r"^(?:by|written by|story by|reported by|von|par|por|di|av|door)\s*:?\s+(?=\S)", re.IGNORECASE)
_NAME_WORD = r"(?:[^\W\d_a-z][\w'’.-]*|de|da|di|del|della|der|den|van|von|bin|al|el|la|le|ter|ten|dos|du|af|zu)"
_FULL_NAME = rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,5}}"
_NAME = re.compile(rf"^{_FULL_NAME}(?:\s+(?:and|und|et|y|&)\s+{_FULL_NAME}){{0,2}}$")
_PARTS = re.compile(r"\s*[|•·]\s*|\s+(?:in|for|special to)\s+|\s+[–—-]\s+|\s*,\s*(?=[^\W\d_a-z])|\t+|\s{3,}")
_NOISE = re.compile(
    r"\b(?:first |last |originally )?(?:published|updated?|posted|modified|on|at|date|time|edited|issued|created|local time"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|ist|edition|\d+\s*-?\s*min(?:ute)?s?(?: read)?"
    r"|(?:\d+|no) comments?|read time|uhr|and (?=last|updated))\b|[()\[\]:：]",  # noqa: RUF001 - East Asian colon
    re.IGNORECASE,
)
_DESK = re.compile(
    r"(?i)\b(?:desk|staff|bureau|team|agencies|agency|newsroom|editors?|editorial|correspondents?|writers?|reporters?)\b"
)
_DATELINE_DATE = re.compile(r"^[^\W\d_a-z][^\d]{0,60}?[,(–—-]\s*$")
_PLACE = r"[^\W\d_a-z][^\W\d_]*(?:[ /'’.,-]+[^\W\d_]+){0,7}\.?"
_AGENCY = re.compile(
    rf"^(?:{_PLACE},?\s+(?:\w+\.?\s+\d\d?,?\s+)?)?\((dpa|ap|afp|[^\W\d_a-z][\w .&'-]{{1,30}})\)\s*(?:[–—-]+|(?=[^\W\d_a-z]))"
)
_MAX_BYLINE = 160


def label(words: str) -> str | None:
    """The label that a line begins with ("published", "author"), in lower case; None where it begins with none."""
    match = _LABEL.match(words)
    if match is None:
        return None
    name = match[1].lower()
    return re.sub(r"^(?:first|originally|date|last)\s|\s(?:on|at)$", "", name)


def byline(words: str, now: datetime) -> Metadata | None:
    """What a line says that is a byline, a date or both and nothing else; None for every other line."""
    words = re.sub(r"[*_#]{1,3}", "", words).strip()
    if len(words) > _MAX_BYLINE or not (_BY.match(words) or any(map(str.isdigit, words))):
        return None
    mentions = dates(words, now)
    glued = _glued(words, mentions)
    if glued is not None:
        return None
    rest = _without(words, mentions)
    named = bool(_BY.match(rest))
    parts = [part.strip(" ,;.-–—") for part in _PARTS.split(_BY.sub("", rest, count=1))]
    parts = [part for part in parts if part]
    if not all(_NAME.match(part) or _DESK.search(part) for part in parts) or len(parts) > 4:  # noqa: PLR2004 - name, title, outlet, place
        return None
    # A single word beside a date is a place more often than a name, unless a bar sets them apart.
    if not named and (not mentions or (len(parts) == 1 and len(parts[0].split()) == 1 and "|" not in words)):
        return None
    if not named and parts and sum(len(part.split()) for part in parts) > 8:  # noqa: PLR2004 - a title, not names
        return None
    published = mentions[0].when if mentions else None
    return Metadata(
        author=author_of(parts[0]) if parts else None,
        outlet=line(parts[1]) if len(parts) > 1 and "|" in words and not _DESK.search(parts[1]) else None,
        published=published,
    )


def author_of(value: str) -> str | None:
    """The name in a field for authors, None for what can't be a name."""
    name = line(_BY.sub("", value.strip()))
    if name is None or any(character.isdigit() for character in name) or "@" in name or "http" in name.lower():
        return None
    return name if len(name.split()) <= 12 and len(name) > 1 else None  # noqa: PLR2004 - three authors with "and"


def dateline(words: str, now: datetime) -> Metadata:
    """What the beginning of a paragraph says before its news: "Brussels – December 2, 2025 –", "OSLO (Agency) -", "Name, 12/2/2025Text".

    An agency that is named there is the outlet: its copy is what follows, whoever prints it.
    """
    start = words[:_MAX_BYLINE]
    mentions = dates(start, now)
    agency = _AGENCY.match(start)
    outlet = line(agency[1]) if agency else None
    if not mentions:
        return Metadata(outlet=outlet)
    first = mentions[0]
    before, after = start[: first.start], start[first.end :]
    glued = _glued(start, mentions)
    if glued is not None:
        return Metadata(author=author_of(glued) if _NAME.match(glued) else None, outlet=outlet, published=first.when)
    is_dateline = (not before or _DATELINE_DATE.match(before)) and re.match(r"\s*(?:[–—:|).-]|\([^\W\d]|$)", after)
    short = not before or len(before.split()) <= 8  # noqa: PLR2004 - two places and an agency
    return Metadata(outlet=outlet, published=first.when if is_dateline and short else None)


def _glued(words: str, mentions: tuple[DateMention, ...]) -> str | None:
    """The name before a date to which the next word is glued ("Name, 12/2/2025Text"); "" where only the date stands there."""
    if not mentions:
        return None
    first = mentions[0]
    before = _BY.sub("", words[: first.start]).strip(" ,|–—-")
    following = words[first.end : first.end + 1]
    return before if following.isalpha() and (not before or _NAME.match(before)) else None


def _without(words: str, mentions: tuple[DateMention, ...]) -> str:
    for mention in reversed(mentions):
        words = words[: mention.start] + " | " + words[mention.end :]
    return _NOISE.sub(" ", words).replace("\xa0", " ").strip(" |,;-–—")
