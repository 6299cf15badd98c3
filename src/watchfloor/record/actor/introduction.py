"""Introductions: what one document says of a person beside the name, as far as it can tell two of one name apart.

In go a document, where it names the person and which roles it gives, out come the Traits: occupations ("harbour master Anna Berg", "Anna Berg, a surgeon
at …"), states, bodies and places, ages, and Mr or Ms. Only words that stand right beside the name, or in a role, count; who is who is for `namesake`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from watchfloor.model.actor import Actor
from watchfloor.model.document import Document
from watchfloor.model.span import Span
from watchfloor.reading.actor.name_word import CALENDAR
from watchfloor.record.actor.names import TITLES, Name, person
from watchfloor.record.actor.occupation import line_of, occupation_at, words_in
from watchfloor.record.actor.party import parties_in
from watchfloor.record.actor.posts import homes
from watchfloor.record.text.wording import STOPWORDS, fold, words_of

_MOST = 10
"""Places of one document at which it is looked how the name is introduced: that happens early."""
_NEXT = 2
"""Characters between a name and a role: a comma and a blank."""
_BEFORE, _AFTER = 60, 90
"""Characters beside a name."""
_LEAD = 5
"""Words before a name in which its bearer's body or place may stand."""
_SECOND = 2
"""Words of a second occupation; more are a clause of their own ("a teacher and her brother a surgeon")."""
_VERB_AFTER = (["to"], ["will"], ["not"])
"""What stands before a verb that is spelled like an occupation ("to judge Anna Berg")."""
_WORD = re.compile(r"[^\W_][\w.’'-]*")
_STOPPED = re.compile(r"\b([^\W\d_]{1,4})\.(?=\s)")
_AGE_AFTER = re.compile(
    r"\s*(?:,\s*(?:aged\s+|now\s+)?|\(\s*(?:aged\s+)?)(?P<age>1?\d{1,2})(?=\s*[,.;:)]|\s+(?:and|who|from|of|said)\b)"
)
_AGE_BEFORE = re.compile(r"\b(?P<age>1?\d{1,2})[-\s]years?[-\s]old\s+(?:[\w’'-]+\s+){0,4}$")
_BREAK_BEFORE = re.compile(r"[,.;:()\n\"“”!?–—]")
_BESIDE = re.compile(
    r"\s*,\s*(?:(?P<article>an?|the)\s+)?(?P<said>[^,.;:()\n\"“”!?–—]+)|\s+(?:is|was)\s+(?:an?|the)\s+(?P<is>[^,.;:()\n\"“”!?–—]+)"
)
_FROM = re.compile(r"\s+(?:of|from|at)\s+(?P<place>(?:the\s+)?[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,3})")
_ENDS = words_of("who whose which that when where while after before said says told but as")
_AWAY = words_of("of at in for with from to on by")
_NO_TIES = STOPWORDS | CALENDAR
_NOT_THEIRS = re.compile(r"^(?:his|her|its|their|our|my|whose)\b", re.IGNORECASE)
_HE = words_of("mr sir lord king prince monsieur herr signor senor")
_SHE = words_of(
    """mrs ms miss lady dame queen princess madame frau signora senora actress chairwoman spokeswoman congresswoman policewoman businesswoman
    councilwoman servicewoman fisherwoman headmistress waitress ballerina nun"""
)


@dataclass(frozen=True, slots=True)
class Age:
    """An age in years, and the year of the document that gives it, where that is known."""

    years: int
    in_year: int | None


@dataclass(frozen=True, slots=True)
class Traits:
    """What one or several documents say of a person. `homes` are states; `ties` bodies and places, folded; `offices` the roles as they stand; `genders` "he" or "she" from courtesy titles."""

    occupations: frozenset[str] = frozenset()
    homes: frozenset[str] = frozenset()
    ties: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    ages: frozenset[Age] = frozenset()
    genders: frozenset[str] = frozenset()

    @property
    def lines(self) -> frozenset[str]:
        """The lines of work."""
        return frozenset(map(line_of, self.occupations))

    @property
    def may_part(self) -> bool:
        """Whether anything is said by which its bearer could be told from another of the name."""
        return bool(self.occupations or self.homes or self.ages or self.genders)

    def with_(self, other: Traits) -> Traits:
        """What both say."""
        return Traits(
            self.occupations | other.occupations,
            self.homes | other.homes,
            self.ties | other.ties,
            self.offices | other.offices,
            self.ages | other.ages,
            self.genders | other.genders,
        )


UNTOLD = Traits()
"""Nothing is said beside the name."""


def together(many: Iterable[Traits]) -> Traits:
    """What all say."""
    whole = UNTOLD
    for one in many:
        whole = whole.with_(one)
    return whole


def traits(actor: Actor, name: Name, document: Document) -> Traits:
    """What `document` says of an actor who is a person of that full `name`; nothing is said of a bare surname, which tells nobody from anybody."""
    if len(name) < 2:  # noqa: PLR2004
        return UNTOLD
    year = document.published.first_day.year if document.published and document.published.first_day else None
    named = [m for m in actor.mentions if _names(document.quote(m), name)]
    roles = {role.text for role in actor.roles if any(_is_beside(role.span, m, document) for m in named)}
    roles = {text for text in roles if not _NOT_THEIRS.match(text)}
    found = [_of_role(text) for text in sorted(roles)]
    for span in named[:_MOST]:
        start = span.start + _start_of_name(document.quote(span), name)
        found.append(_before(document.text[max(0, start - _BEFORE) : start], year))
        found.append(_after(document.text[span.end : span.end + _AFTER], year))
    whole = together([Traits(homes=homes(roles), offices=frozenset(r.text for r in actor.roles)), *found])
    return replace(
        whole, ties=frozenset(tie for tie in whole.ties - frozenset(name) if tie not in _NO_TIES and len(tie) > 1)
    )


def _is_beside(role: Span, mention: Span, document: Document) -> bool:
    """Whether a role stands right beside the name; what a text says further on ("the president") may have been taken for another's."""
    if mention.start <= role.start <= mention.end + _NEXT:
        return document.text[mention.end : role.start].strip() in {"", ","}
    return role.end <= mention.start <= role.end + _NEXT


def _names(quote: str, name: Name) -> bool:
    return bool(name) and name[-1] in person(quote)


def _of_role(text: str) -> Traits:
    words = words_in(text)
    head = next((i for i, word in enumerate(words) if word in _AWAY and i), len(words))
    found = _last_occupation(words[:head])
    return Traits(occupations=found, ties=parties_in(text), genders=_genders(words))


def _before(lead: str, year: int | None) -> Traits:
    """What stands before a name: "Ms", "the 52-year-old Amberholm harbour master"."""
    plain = _STOPPED.sub(lambda m: m.group(1) if fold(m.group(1)) in TITLES else m.group(), lead)
    own = _BREAK_BEFORE.split(plain)[-1]
    words = words_in(own)
    while words and words[-1] in TITLES and occupation_at(words, len(words) - 1) is None:
        words = words[:-1]
    found = occupation_at(words, len(words) - 1) if words and words[-2:-1] not in _VERB_AFTER else None
    age = _AGE_BEFORE.search(own)
    titles = words_in(own)[-2:]
    return Traits(
        occupations=frozenset({found}) if found else frozenset(),
        ties=parties_in(_leading_names(own)) if found else frozenset(),
        ages=frozenset({Age(int(age["age"]), year)}) if age else frozenset(),
        genders=_genders(titles),
    )


def _start_of_name(quote: str, name: Name) -> int:
    """Where the name begins in which a mention ends: titles may stand before it."""
    start = len(quote)
    for found in reversed(list(_WORD.finditer(quote))):
        if re.sub(r"['’]s?$", "", fold(found.group()).rstrip(".")) not in name:
            break
        start = found.start()
    return start


def _leading_names(own: str) -> str:
    """The capitalised words of the stretch before an occupation, with their own links ("Port Amber's", "Bank of Norland")."""
    words = own.split()
    starts = [i for i, word in enumerate(words) if word[:1].islower() and words_in(word)[:1] != ["of"]]
    last = max((i for i in starts if i < len(words) - _LEAD), default=-1)
    return " ".join(words[last + 1 :])


def _after(rest: str, year: int | None) -> Traits:
    """What stands after a name: ", 52,", ", a surgeon at Westholm hospital", " is a teacher", " of Port Amber"."""
    aged = _AGE_AFTER.match(rest)
    ages = frozenset({Age(int(aged["age"]), year)}) if aged else frozenset()
    place = _FROM.match(rest)
    beside = _BESIDE.match(rest[aged.end() :].lstrip(")") if aged else rest)
    if beside is None:
        return Traits(ties=parties_in(place["place"]) if place else frozenset(), ages=ages)
    said = beside["said"] or beside["is"]
    words = words_in(said)
    end = next((i for i, word in enumerate(words) if word in _ENDS), len(words))
    head = next((i for i, word in enumerate(words[:end]) if word in _AWAY), end)
    capital = said[:1].isupper() and not beside["article"]
    found = frozenset[str]() if capital or not head else _last_occupation(words[:head])
    told = re.split(rf"\b(?:{'|'.join(sorted(_ENDS))})\b", said)[0]
    return Traits(occupations=found, ties=parties_in(told) if found else frozenset(), ages=ages)


def _last_occupation(words: list[str]) -> frozenset[str]:
    """The occupation in which a phrase ends; "surgeon and professor" has two."""
    first = words[: words.index("and")] if "and" in words else words
    second = words[len(first) + 1 :]
    parts = [first, second] if 0 < len(second) <= _SECOND else [first]
    return frozenset(found for part in parts if part and (found := occupation_at(part, len(part) - 1)))


def _genders(words: Iterable[str]) -> frozenset[str]:
    own = set(words)
    return frozenset({who for who, titles in (("he", _HE), ("she", _SHE)) if own & titles})
