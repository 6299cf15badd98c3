"""Posts: what offices tell about who is who.

In go the words in which documents describe two persons, out come comparisons: a description without a name against the name that the
register of offices has for it on the document's day, and two wordings of one diplomatic mission ("Norland's ambassador to Belgium",
"Norland's man in Brussels"). Unnamed sources are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from watchfloor.reading.actor import register
from watchfloor.reading.actor.office import CHECKED, Offices, Post, Tenure
from watchfloor.record.actor import names
from watchfloor.record.linking.comparison import NOTHING, Comparison

_MISSION = re.compile(
    r"(?P<sender>.*?)\b(?:(?:ambassador|envoy|representative|emissary|charg[ée]\s+d.affaires)(?:\s+(?:to|in|at)\s+(?P<host>.+))?"
    r"|(?:man|woman|top\s+diplomat|chief\s+diplomat|diplomatic\s+chief)\s+in\s+(?P<seat>.+))$",
    re.IGNORECASE,
)
_NOT_NOW = re.compile(
    r"\b(?:former|ex|then|acting|late|retired|deputy|incoming|outgoing|previous|onetime)\b", re.IGNORECASE
)
_AWAY = re.compile(r"\b(?:to|in|for|on|at|with|from|against|about|towards?)\b")
"""Words after which a description says where its person is sent or busy, no longer whose it is."""
_LONGEST = 4
"""Words of a state's or a bloc's name."""


@dataclass(frozen=True, slots=True)
class Known:
    """A post that a document gives somebody, with those who held it on the document's day."""

    text: str
    post: Post
    day: date
    tenures: tuple[Tenure, ...]


@dataclass(frozen=True, slots=True)
class Mission:
    """Who sends somebody, and whom that may be to: the states and blocs that the words may mean, by name."""

    text: str
    sender: str
    hosts: frozenset[str]


def known(described: Iterable[str], day: date | None, offices: Offices) -> frozenset[Known]:
    """The posts among the descriptions whose holder on `day` the register has; none without a day."""
    if day is None:
        return frozenset()
    found = {(text, post) for text in described if (post := offices.post(text)) is not None}
    return frozenset(Known(text, post, day, held) for text, post in found if (held := offices.holders(post, day)))


def missions(described: Iterable[str]) -> frozenset[Mission]:
    """The diplomatic missions among the descriptions."""
    return frozenset(m for text in described if (m := mission(text)) is not None)


def mission(text: str) -> Mission | None:
    """The mission that a description means: who sends, and to whom; None where it names no sender or no host, or is past."""
    found = _MISSION.search(text.strip())
    if found is None or _NOT_NOW.search(text):
        return None
    senders = registered(found.group("sender"))
    hosts = registered(found.group("host") or found.group("seat") or "")
    return Mission(text, min(senders), hosts) if len(senders) == 1 and hosts else None


def homes(described: Iterable[str]) -> frozenset[str]:
    """The states whose the described is, by name: "Norland" for "the Norland prime minister", not for "the envoy to Norland"."""
    found = {entity for text in described for entity in registered(_AWAY.split(text)[0])}
    return frozenset(name for name in found if register.state_named(name))


def holder(posts: Iterable[Known]) -> names.Name:
    """The full name that the register gives for all of these posts; empty where it gives none, or several."""
    held = {frozenset(t.names for t in one.tenures) for one in posts}
    spellings = next(iter(held)) if len(held) == 1 else frozenset()
    name = names.person(min(spellings)[0]) if len(spellings) == 1 else ()
    return name if len(name) > 1 else ()


def compare_to_register(known_posts: Iterable[Known], name: names.Name) -> Comparison:
    """Whether the register has that name for a post which a document gives somebody without a name."""
    best = NOTHING
    for one in sorted(known_posts, key=lambda k: (k.text, k.day)):
        for tenure in one.tenures if len(one.tenures) == 1 else ():
            if any(_is(name, spelling) for spelling in tenure.names):
                why = f'the register has {tenure.names[0]} as {one.post} on {one.day.isoformat()}{_as_of(tenure, one.day)}, whom "{one.text}" describes'
                best = max(best, Comparison(0.85, why), key=lambda c: c.score)
    return best


def compare_known(a: Iterable[Known], b: Iterable[Known]) -> Comparison:
    """Whether two that no document names hold posts for which the register has one and the same person."""
    for one in sorted(a, key=lambda k: (k.text, k.day)):
        for other in sorted(b, key=lambda k: (k.text, k.day)):
            if len(one.tenures) == 1 and one.tenures[0].names == getattr(_only(other), "names", None):
                return Comparison(
                    0.85, f'"{one.text}" and "{other.text}" are {one.tenures[0].names[0]} in the register'
                )
    return NOTHING


def compare_missions(a: Iterable[Mission], b: Iterable[Mission]) -> Comparison:
    """Whether two descriptions mean one mission: one sender, and a host in common."""
    for one in sorted(a, key=lambda m: m.text):
        for other in sorted(b, key=lambda m: m.text):
            shared = one.hosts & other.hosts
            if one.sender == other.sender and shared:
                return Comparison(
                    0.75, f'"{one.text}" and "{other.text}" both speak of whom {one.sender} sends to {min(shared)}'
                )
    return NOTHING


def _only(one: Known) -> Tenure | None:
    return one.tenures[0] if len(one.tenures) == 1 else None


def _is(name: names.Name, spelling: str) -> bool:
    """Whether a name is that of a holder, in full; a family name alone could be anybody's."""
    held = names.person(spelling)
    return (len(name) > 1 and bool(names.compare_persons(name, held).score)) or (name == held and len(held) == 1)


def _as_of(tenure: Tenure, day: date) -> str:
    return f" (as last checked on {CHECKED.isoformat()})" if tenure.until is None and day > CHECKED else ""


def registered(words: str) -> frozenset[str]:
    """The register's names of the states and blocs that the words name, or for which a seat among them may stand."""
    tokens = re.findall(r"[^\W_][\w.\-’']*", words)
    plain = [re.sub(r"['’]s?$", "", token) for token in tokens]
    found: set[str] = set()
    i = 0
    while i < len(plain):
        for length in range(min(_LONGEST, len(plain) - i), 0, -1):
            text = " ".join(plain[i : i + length])
            entities = _meant(text) if text[:1].isupper() else frozenset()
            if entities:
                found |= entities
                i += length
                break
        else:
            i += 1
    return frozenset(found)


def _meant(text: str) -> frozenset[str]:
    entity = register.state_named(text) or register.bloc_named(text) or register.state_of_adjective(text)
    if entity is not None:
        return frozenset({entity.name})
    seats = (register.metonym(text), register.state_seated_at(text))
    return frozenset(seat.name for seat in seats if seat is not None)
