"""Outside the list: the stand on an issue that no list holds, named by the words of its object.

In go the verb or noun that tells a stand and the words behind it, out comes the issue that they name with the stand on it. "This" and "the
idea" give `THIS`; what was meant is for `referent`.
"""

from __future__ import annotations

import re

from watchfloor.model.claim import Polarity
from watchfloor.reading.stance.demand import demanded
from watchfloor.reading.stance.holder import Stand
from watchfloor.reading.stance.own_issue import own_issue, speaks_of_it
from watchfloor.reading.stance.stance import means_something_before, opposite

THIS = "this:"
"""Before the name of an issue: it is to be taken from what was told last before, if there is such a thing."""
EVENT = "event:"
"""The same, where nothing but something that happened can be meant."""
ACCUSES = re.compile(r"\baccus", re.IGNORECASE)
"""To accuse somebody of something is to blame, and a stand only on an issue of the list."""
_POSSESSIVE = re.compile(r"^['’]s?\s+")
_REPORTS = re.compile(r"(?:reports?|claims?|allegations?|accusations?|charges?)$", re.IGNORECASE)
"""Who denies a report of sales is against the report, and may well be against the sales."""
_REFUSED = re.compile(
    r"(?:not|n['’]t|cannot)\s+((?!plan|intend|wish|prepared|willing|ready|going|in\b|support|back|accept|allow|tolerate|recogni|endorse|approve|want|comply|agree|vote)\w+(?:\s(?:off|over))?)(?:\s(?:to|with|in|for))?$",
    re.IGNORECASE,
)
"""What somebody will not do, as part of what is refused ("will not send troops"); not where the verb itself says that one is against it."""
_WORDS_OF_OTHERS = re.compile(r"(?:remarks|comments|accusations|allegations|statements)$")
_SUPPOSES = re.compile(r"\b(?:could|may|might)\b", re.IGNORECASE)
"""What might come of something is a stand on it where it is named, and a mere forecast where it is not."""
_TO_DO = re.compile(r"\s*(?:by\s+(?:the\s+)?[A-Z]\w+\s+)?to\s", re.IGNORECASE)
"""What leads from a noun to what is to be done: "its readiness to respond"."""
_TO_A_THING = re.compile(r"opposition|resistance|objection", re.IGNORECASE)
_CONCERNED = re.compile(r"\b(?:concern|alarm|worr|doubt|unease)", re.IGNORECASE)
_GOODS = frozenset(
    "safety security stability peace freedom health rights welfare future integrity sovereignty independence democracy".split()
)
"""What one is worried about because one is for it."""
_FIRST_WORDS = 40
"""Characters in which a phrase that means something told before begins."""


def on_own_issue(content: str, one: Stand) -> tuple[tuple[str, Polarity], ...]:
    """The stand on an issue outside the list: what somebody is condemned for or urged to do or to end, what a noun is about, which reports are denied."""
    if one.by_noun:
        before, _, after = content.partition(one.verb)
        before = _POSSESSIVE.sub("", before)
        to_do = _TO_DO.match(after) is not None and not _TO_A_THING.match(one.verb)
        toward = own_issue(after, doing=to_do)
        toward = toward or (own_issue(before + one.verb) if before.strip() and not to_do else None)
        return ((toward, one.polarity),) if toward else ()
    if ACCUSES.match(one.verb):
        return ()
    told = _REPORTS.search(one.verb)
    if told:
        of = own_issue(content) if content.lstrip().startswith(("of ", "that ", "about ")) else None
        return ((f"other:{told[0].lower()}" + (f"_of_{of.removeprefix('other:')}" if of else ""), one.polarity),)
    # "Condemned Suderland for the raid" is about the raid.
    done = own_issue(content.partition(" for ")[2]) if one.polarity is Polarity.AGAINST else None
    taken = ((done, one.polarity),) if done else on_demand(content, one.verb, one.polarity)
    # "Concern over safety" is none against safety.
    return () if _CONCERNED.search(one.verb) and any(_is_a_good(toward) for toward, _ in taken) else taken


def _is_a_good(toward: str) -> bool:
    return toward.removeprefix("other:").split("_of_")[0].rsplit("_", 1)[-1] in _GOODS


def on_demand(content: str, verb: str, polarity: Polarity) -> tuple[tuple[str, Polarity], ...]:
    """The stand on what the words behind `verb` name; who urges that it end is against it."""
    refused = _REFUSED.search(verb)
    wish = demanded(f"{refused[1]}{content}" if refused else content, verb)
    if wish.doing or refused:
        done = own_issue(wish.words, doing=True)
        return ((done, opposite(polarity) if wish.ended else polarity),) if done else ()
    toward = named_by(wish.words, unnamed=polarity is Polarity.AGAINST and not _SUPPOSES.search(content))
    return ((toward, opposite(polarity) if wish.ended else polarity),) if toward else ()


def named_by(words: str, *, unnamed: bool) -> str | None:
    """What the words name, or `THIS` with their own name where they mean something told before; `unnamed` if that goes without a word for it."""
    name = own_issue(words)
    if name and _WORDS_OF_OTHERS.search(name):
        return name  # who dismisses remarks is against them, whatever happened before
    little = name is None or "_" not in name
    if (little and means_something_before(words[:_FIRST_WORDS])) or speaks_of_it(words) or (unnamed and not name):
        return THIS + (name or "")
    return name
