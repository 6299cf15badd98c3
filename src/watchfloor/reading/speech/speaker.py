"""Speakers without a mention: whom a source means that is neither named nor described by a role, if it means anybody.

In go the words of such a source and the actors of the document, out comes the name under which it is an actor, the actor that it is by another wording
("The Danish police" where "Danish police" is known), or nothing: nobody ("no country"), and no thing ("photos taken since") ever speaks. Documents do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from watchfloor.model.actor import Actor

_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\w)", re.IGNORECASE)
_POINTING = re.compile(r"^(?:the|an?|this|that|these|those)\s+", re.IGNORECASE)
_NOBODY = re.compile(r"(?:no|none|nobody|nothing|neither)\b(?!\.)", re.IGNORECASE)
_ONLY = frozenset({"this", "that", "these", "those", "it", "which", "what"})
_ENDS = frozenset(
    "of in on at to for from with by about after before since during over under near that which who whose taken shown showing made "
    "released published seen between among against".split()
)
"""Words before which a noun phrase has its head."""
_THINGS = frozenset(
    "photo photograph picture image footage video clip evidence proof fact incident event accident attack assault strike blast explosion fire "
    "outage failure damage disruption repair ship vessel tanker freighter boat ferry plane aircraft jet helicopter drone missile rocket "
    "balloon submarine truck car train cable pipeline bomb device weapon anchor launch test drill exercise crisis war conflict news rumour rumor "
    "suspicion doubt move decision step measure plan proposal deal agreement ceasefire truce sanction ban vote election ad advert advertisement "
    "fleet violation incursion flight sighting closure shutdown leak hack breach cyberattack cyber-attack situation development change result "
    "cause reason idea timing fear tension delay cost price figure number rise fall increase decline".split()
)
"""Nouns for what says nothing itself: images, events, vehicles, acts. Documents and data are not among them."""


def called(words: str) -> str | None:
    """The name of the actor that a source means which is no mention: its words without an article; None where it means nobody."""
    plain = " ".join(words.split())
    if is_nobody(plain) or plain.lower() in _ONLY:
        return None
    bare = _ARTICLE.sub("", plain, count=1)
    return None if is_thing(bare) else bare


def is_nobody(words: str) -> bool:
    """Whether a source says that nobody spoke ("no country", "nobody in the harbour"), whoever is named in it."""
    return _NOBODY.match(words) is not None


def is_thing(words: str) -> bool:
    """Whether the head of a noun phrase names a thing or an event: what stands last before a preposition, a clause or a comma."""
    head = ""
    for word in _POINTING.sub("", words).replace(",", " , ").split():
        if word == "," or word.lower() in _ENDS:
            break
        head = word.lower().strip("\"“”'’.")
    return head in _THINGS or head.removesuffix("s") in _THINGS or (head.endswith("ies") and f"{head[:-3]}y" in _THINGS)


def known(name: str, actors: Iterable[Actor]) -> Actor | None:
    """The actor that a name or description means as well as its own words: the same but for case and article."""
    wanted = _bare(name)
    return next((a for a in actors if any(_bare(form) == wanted for form in (a.name, *a.aliases))), None)


def _bare(words: str) -> str:
    return _ARTICLE.sub("", " ".join(words.split()), count=1).casefold()
