"""Furniture: which lines of a text belong to the page and not to the article.

In goes text, out come (start, end) offsets in order. Only whole lines are marked, because a sentence that touches furniture
is not read at all: a byline glued to the first sentence stays news. A line is marked for what pages write everywhere
(share bars, "READ NEXT", tags, credits); a sentence of news that begins with such a word is not, and neither is a
caption: it is written by the outlet and says who did what.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from watchfloor.evidence.heading import heading, is_kicker
from watchfloor.evidence.text_line import TextLine, lines

_EXACT = frozenset(
    [
        "read next",
        "cancel ok",
        "cancel",
        "ok",
        "read more",
        "also read",
        "read also",
        "similar news",
        "share",
        "share this",
        "share this article",
        "share this story",
        "share this page",
        "share this post",
        "share on facebook",
        "share on twitter",
        "share on x",
        "advertisement",
        "advertisement continue reading the main story",
        "continue reading",
        "continue reading the main story",
        "continue reading below",
        "story continues below advertisement",
        "article continues below",
        "article continues after ad",
        "sponsored",
        "sponsored content",
        "promoted",
        "promoted content",
        "synopsis",
        "story highlights",
        "related",
        "related articles",
        "related stories",
        "related news",
        "related topics",
        "related content",
        "related posts",
        "related links",
        "more on this story",
        "more from this section",
        "most read",
        "most popular",
        "most viewed",
        "trending",
        "trending now",
        "follow us",
        "subscribe",
        "subscribe now",
        "sign up",
        "sign in",
        "log in",
        "newsletter",
        "newsletters",
        "comments",
        "comment",
        "leave a comment",
        "leave a reply",
        "post a comment",
        "view comments",
        "show comments",
        "print",
        "print this page",
        "email",
        "e-mail",
        "copy link",
        "copy url",
        "save",
        "bookmark",
        "facebook",
        "twitter",
        "whatsapp",
        "telegram",
        "linkedin",
        "reddit",
        "pinterest",
        "instagram",
        "youtube",
        "photo",
        "photos",
        "image",
        "video",
        "gallery",
        "view gallery",
        "loading",
        "loading...",
        "loading…",
        "listen to this article",
        "listen",
        "play",
        "pause",
        "watch",
        "watch now",
        "watch live",
        "recommended",
        "recommended for you",
        "recommended stories",
        "you may also like",
        "you might also like",
        "you may like",
        "up next",
        "next story",
        "previous article",
        "next article",
        "next post",
        "previous post",
        "back to top",
        "skip to content",
        "skip to main content",
        "menu",
        "search",
        "close",
        "tags",
        "topics",
        "about the author",
        "view all posts",
        "see all",
        "show more",
        "load more",
        "more stories",
        "more news",
        "latest stories",
        "editor's picks",
        "editors' picks",
        "don't miss",
        "in this article",
        "in this story",
        "table of contents",
        "terms of use",
        "privacy policy",
        "cookie policy",
        "contact us",
        "about us",
        "accept",
        "accept all",
        "reject all",
        "manage preferences",
        "manage cookies",
        "all rights reserved",
        "report this ad",
        "getty images",
        "end of list",
        "list of 3 items",
        "list of 4 items",
        "toggle caption",
        "enlarge this image",
        "hide caption",
    ]
)
_STARTS = re.compile(
    r"^(?:"
    r"(?:also read|read also|read more|read next|must read|see also|related|related articles?|related stor(?:y|ies)|recommended|more on this)\s*[:|–—-]"
    r"|(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|labels|hashtags)\s*:"
    r"|share (?:this(?: article| story| page| post| news)?(?:\s*:| on [\w, ]+| via [\w, ]+| with [\w ]+)?|on (?:facebook|twitter|x|whatsapp|linkedin)|via email)\W*$"
    r"|(?:follow|like|join|find|visit) (?:us|our (?:channel|page|community|group))\b"
    r"|(?:sign[ -]?up|subscribe|register)\b.*\b(?:newsletters?|alerts?|inbox|updates|channel|briefing|free|today|now|account|access|support)\b"
    r"|newsletter sign ?up\b|get (?:our|the) .{0,60}\b(?:newsletter|app|in your inbox)\b|download (?:our|the) .{0,30}\bapp\b"
    r"|(?:©|\(c\)\s|copyright (?:©|\(c\)|\d{4}))|this (?:article|story) (?:was|is) (?:originally|first) published"
    # How the messages of an exercise are marked, in exercises and in invented examples alike.
    r"|(?:exercise\W+){3}"
    r"|(?:(?:published|updated|posted)\W+)?(?:an?|\d+)\s+(?:minute|hour|day|week)s?\s+ago\W*$"
    r"|\d[\d,.]*k?\+?\s+(?:comments?|shares?|views?|likes?|reads?)\b\W*$|(?:no|leave a|add a|post a|\d+) comments?\b\W*$"
    r"|(?:(?:estimated )?reading time\W*)?\d+\s*-?\s*min(?:ute)?s?\.?(?: to)? read\b\W*$"
    r"|(?:we|this (?:web)?site|our (?:web)?site) uses? (?:\w+ ){0,2}cookies\b|by (?:clicking|continuing|signing up|subscribing)\b.*\b(?:agree|consent|accept)"
    r"|(?:click|tap) (?:here|to)\b|please (?:verify|enter|enable|sign|log|subscribe|disable)\b|(?:enable|disable) (?:javascript|your ad)"
    # Possessive (++): without it a line of dashes that fits nothing would be split in every possible way.
    r"|(?:image|photo|picture|file) (?:copyright|source|credits?|by)\b(?:[^\w/.'-]*+[\w/.'-]++){1,6}+$|(?:photo|image|photo credits?|credits?|screenshot)\s*:(?:[^\w/.'-]*+[\w/.'-]++){1,6}+$"
    r"|enlarge this image(?: toggle caption)?(?:[^\w/.'-]*+[\w/.'-]++){0,8}+$|contact the (?:writers?|authors?|reporters?)\b"
    r"|\(?(?:additional )?(?:reporting|writing|editing) (?:by|from)\b|(?:the )?[A-Z][\w ]{1,40} contributed to this (?:report|story|article)\W*$"
    r")",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\ball rights reserved\W*$", re.IGNORECASE)
_END_BLOCK = re.compile(
    r"^(?:read next|similar news|related(?: articles| stories| news| posts| content| topics| links)?|also read|read also|you (?:may|might) (?:also )?like"
    r"|recommended(?: for you| stories)?|most (?:read|popular|viewed)|trending(?: now)?|more (?:stories|news|from .{1,40})|latest (?:stories|news)|up next"
    r"|next story|comments|leave a (?:comment|reply)|tags|about the author|sponsored content|promoted content|don't miss|top stories|editors?'s? picks?)\s*:?$",
    re.IGNORECASE,
)
_EDGE = " \t:|•·*#>-–—_=[]►▶→»›"  # noqa: RUF001 - the marks that stand around a label
_MAX_WORDS = 45
"""Longer lines are never marked for how they begin: a paragraph of news may open with any word."""
_MAX_LENGTH = 1_000
"""Characters of such a line; only words that nobody writes make one of so few words longer, and slow to look at."""
_SENTENCE_WORDS = 12
"""A line of more words that ends in a full stop is a sentence of news, and no end block runs over it."""
_LINK_WORDS = 30
"""A line of more words is no title in a list of links."""


def furniture(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of `text` that are furniture, as (start, end) in order, none overlapping."""
    found = list(lines(text))
    # The present doesn't matter here: a byline with an impossible date is a byline all the same.
    marked = set(heading(text, datetime.max.replace(tzinfo=UTC)).furniture)
    marked.update((current.start, current.end) for current in found if is_furniture(current))
    block = _end_block(found)
    if block is None:
        return tuple(sorted(marked))
    return (*sorted(span for span in marked if span[1] <= block), (block, found[-1].end))


def is_furniture(current: TextLine) -> bool:
    """Whether the line alone, wherever it stands, is one that pages write around articles."""
    words = current.words
    bare = words.strip(_EDGE).casefold().replace("’", "'")
    if bare in _EXACT or not any(character.isalnum() for character in words):
        return True
    if current.count > _MAX_WORDS or len(words) > _MAX_LENGTH:
        return False
    return bool(_STARTS.match(words.lstrip(_EDGE)) or _ENDS.search(words)) or (is_kicker(words) and bare in _LOUD)


_LOUD = frozenset(
    {
        "top news",
        "breaking news",
        "featured story",
        "featured stories",
        "latest news",
        "top stories",
        "just in",
        "editor's pick",
    }
)
"""Kickers that no subheading inside an article can be; the others ("Security") are marked only above the headline."""


def _end_block(found: Sequence[TextLine]) -> int | None:
    """Where the links after the article begin: the first such label with nothing but short lines after it."""
    begin = None
    for current in reversed(found[1:]):
        if _END_BLOCK.match(current.words.strip(_EDGE).replace("’", "'")):
            begin = current.start
        elif _is_news(current) and not is_furniture(current):
            break
    return begin


def _is_news(current: TextLine) -> bool:
    return current.count > _LINK_WORDS or (current.ends_in_stop and current.count > _SENTENCE_WORDS)
