"""Proper names: capitalised words that name a person, a body or a state.

In goes one sentence's tokens and what the whole document shows of capitals, out come the names with their type. Names of places
that are no actors ("the Baltic Sea", "Heathrow Airport"), weekdays, months and adjectives of nationality are left out.
A name's title ("Admiral", "US Secretary of State") is kept apart from the name proper.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from watchfloor.model.actor import ActorType
from watchfloor.reading.actor import register
from watchfloor.reading.actor.compound_word import is_compound_adjective, is_cut_by_hyphen
from watchfloor.reading.actor.name_start import KnownNames, is_capital, is_registered, starts, text_at
from watchfloor.reading.actor.name_word import (
    ALSO_FAMILY_NAMES,
    BODY_CONNECTORS,
    BODY_NOUNS,
    BODY_WORDS,
    CALENDAR,
    CONNECTORS,
    NEVER_WITHIN,
    OF_ANY_STATE,
    OFFICE_LINKS,
    PARTICLE_OF_PERSON,
    PLACE_WORDS,
    REGIONAL,
)
from watchfloor.reading.actor.register import Bloc, State
from watchfloor.reading.actor.role_noun import is_title, role_noun
from watchfloor.reading.text.token import Token

_GERMAN = frozenset({"von", "van", "der", "den", "zu"})
"""Particles of which two may stand in a row ("von der", "van den")."""
_LEGAL_FORMS = frozenset("inc corp corporation ltd llc plc ag gmbh oy ab limited incorporated".split())
"""Words that end a company's name: what "and" joins to it is another's."""
_LONGEST_PERSON = 4
_LONGEST_REST = 3
"""Words of a name that runs on after another."""
_FUNCTION_WORD = 3
"""Letters: headlines leave shorter words without a capital, and so short a line proves nothing."""
_CAPITALS_IN_HEADLINES = 0.7
"""Names alone seldom fill this share of a sentence's longer words."""


@dataclass(frozen=True, slots=True)
class ProperName:
    """Tokens `bare_first`..`last` name something; `title_first` is where a title before them starts, if there is one."""

    first: int
    last: int
    bare_first: int
    type: ActorType
    title_first: int | None = None


def known_names(sentences: Iterable[Sequence[Token]]) -> KnownNames:
    """What the document's sentences show of capitals; headlines in title case are no witness."""
    capital, lower = set(), set()
    for words in sentences:
        if is_title_case(words):
            continue
        for i, word in enumerate(words):
            if not word.is_word:
                continue
            if not word.is_capitalised:
                lower.add(word.lower)
            elif i > 0 and words[i - 1].is_word:
                capital.add(word.lower)
    return KnownNames(frozenset(capital), frozenset(lower))


def is_title_case(words: Sequence[Token]) -> bool:
    """Whether most longer words have capitals, as in a headline, or all do, as in shouting; a headline has no full stop."""
    longer = [word for word in words if word.is_word and len(word.text) > _FUNCTION_WORD and word.text[0].isalpha()]
    capitals = sum(word.is_capitalised for word in longer)
    stops = any(word.text == "." for word in words[-2:]) and not all(word.text.isupper() for word in longer)
    return len(longer) > _FUNCTION_WORD and capitals >= _CAPITALS_IN_HEADLINES * len(longer) and not stops


def find(words: Sequence[Token], known: KnownNames) -> tuple[ProperName, ...]:
    """The proper names among one sentence's tokens."""
    shouting = is_title_case(words)
    found = []
    i = 0
    while i < len(words):
        if not starts(words, i, known, shouting=shouting):
            i += 1
            continue
        last = _extent(words, i, known, shouting=shouting)
        if is_cut_by_hyphen(words, last):
            i = last + 2  # "United Arab Emirates-based": where somebody is, and no name of its own
            continue
        for first, end in _split_after_seat(words, i, last) or _split_after_body(words, i, last):
            name = _classified(words, first, end)
            if name is not None:
                found.append(name)
        i = last + 1
    return _with_owners(words, found)


def _with_owners(words: Sequence[Token], found: Sequence[ProperName]) -> tuple[ProperName, ...]:
    """The names, a state's body that any state has together with the state ("Norland's Defence Ministry")."""
    whole: list[ProperName] = []
    for name in found:
        owner = whole[-1] if whole else None
        if (
            owner is not None
            and owner.type is ActorType.STATE
            and owner.last + 2 == name.first
            and words[owner.last + 1].is_possessive_mark
            and _any_state_has(words[name.first : name.last + 1])
        ):
            whole[-1] = ProperName(owner.first, name.last, owner.first, ActorType.ORGANISATION)
        else:
            whole.append(name)
    return tuple(whole)


def _any_state_has(words: Sequence[Token]) -> bool:
    """Whether a body's name says only what it does: "Defence Ministry", "Ministry of Foreign Affairs"."""
    lower = {word.lower for word in words}
    return bool(lower & BODY_WORDS) and lower <= BODY_WORDS | BODY_CONNECTORS | OF_ANY_STATE


def _split_after_body(words: Sequence[Token], first: int, last: int) -> list[tuple[int, int]]:
    """A body's name that runs into a person's ("Foreign Affairs Committee Jane Doe") as the two names that it is."""
    bodies = [i for i in range(first + 1, last) if words[i].lower in BODY_NOUNS]
    rest = last - bodies[-1] if bodies else 0
    plain = bodies and not any(
        is_title(words[i].lower) or not words[i].is_capitalised for i in range(bodies[-1] + 1, last + 1)
    )
    return [(first, bodies[-1]), (bodies[-1] + 1, last)] if plain and rest in {2, _LONGEST_REST} else [(first, last)]


def _split_after_seat(words: Sequence[Token], first: int, last: int) -> list[tuple[int, int]]:
    """A state or bloc whose name ends an office and runs into its holder's ("ambassador to the United Nations Jane Doe") as two names."""
    before = first - 2 if text_at(words, first - 1) == "the" else first - 1
    starts = [i + 1 for i in range(max(before, 0), last) if words[i].lower in OFFICE_LINKS]
    for start in (max(first, start) for start in starts):
        for end in range(last - 2, start - 1, -1):
            seat = " ".join(word.text for word in words[start : end + 1])
            rest = words[end + 1 : last + 1]
            plain = all(word.is_capitalised and word.lower not in BODY_WORDS | PLACE_WORDS for word in rest)
            if len(rest) <= _LONGEST_REST and plain and (register.state_named(seat) or register.bloc_named(seat)):
                return [(first, end), (end + 1, last)]
    return []


def _extent(words: Sequence[Token], first: int, known: KnownNames, *, shouting: bool) -> int:
    """The last token of the name that starts at `first`."""
    last = first
    body = (
        words[first].lower in BODY_WORDS or is_title(words[first].lower.rstrip(".")) or words[first].lower == "united"
    )
    while last + 1 < len(words):
        following = words[last + 1]
        if following.is_possessive_mark and text_at(words, last + 2) == "republic":
            last += 2
            body = True
            continue
        if following.start - words[last].end > 2 or (shouting and not known.trusts(following)):  # noqa: PLR2004 - a blank or two, no gap
            break
        if (
            following.is_capitalised
            and following.is_word
            and (following.lower not in CALENDAR or _is_family_name(words, first, last + 1))
            and not is_compound_adjective(following, words[last])
        ):
            if following.lower in NEVER_WITHIN and following.text != "WHO":
                break
            last += 1
            body = body or following.lower in BODY_WORDS or is_title(following.lower.rstrip("."))
            continue
        allowed = CONNECTORS | (BODY_CONNECTORS if body else frozenset())
        longer = following.lower in {"of", "for", "on"} and text_at(words, last + 2) == "the"
        longer = longer or (following.lower in _GERMAN and text_at(words, last + 2) in _GERMAN)
        reach = 2 if longer else 1
        if (
            following.lower not in allowed
            or (following.lower == "of" and not body)
            or not is_capital(words, last + 1 + reach)
        ):
            break
        if following.lower in {"and", "to", "on", "for", "the"} and not _body_goes_on(words, first, last):
            break
        last += 1 + reach
    return last


def _is_family_name(words: Sequence[Token], first: int, i: int) -> bool:
    """Whether a month's name at `i` ends a person's: right after a name or title that is no place's, and before no number ("Theresa May")."""
    before, follows = words[i - 1], text_at(words, i + 1)
    titles = [at for at in range(first, i) if is_title(words[at].lower.rstrip("."))]
    given = i - (titles[-1] + 1 if titles else first) <= 2  # noqa: PLR2004 - two given names at most
    named = given and before.lower not in CALENDAR and not is_registered(before.text)
    return words[i].lower in ALSO_FAMILY_NAMES and named and not follows[:1].isdigit() and follows != "."


def _body_goes_on(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether "and", "for", "on" can continue the name of a body: only where a word like Ministry or Council came close before."""
    return (
        any(words[i].lower in BODY_WORDS for i in range(max(first, last - 2), last + 1))
        and words[last].lower in BODY_WORDS - _LEGAL_FORMS
    )


def _classified(words: Sequence[Token], first: int, last: int) -> ProperName | None:
    """The name with its title split off and its type, or None where it is no actor."""
    if (
        is_title(words[first].lower.rstrip("."))
        and words[first].lower != "secretary"
        and text_at(words, first + 1) in {"of", "for"}
    ):
        return None  # "Chairman of the Committee" describes
    whole = " ".join(word.text for word in words[first : last + 1]).replace(" 's", "'s").replace(" ’s", "’s")
    title_end = None if register.state_named(whole) else _title_end(words, first, last)
    if title_end is not None and title_end < last:
        bare = title_end + 1
        if words[bare].lower in OFFICE_LINKS:
            return None  # "Foreign Minister of Norland" describes whoever is named next
        return ProperName(first, last, bare, ActorType.PERSON, first)
    if (title_end == last and first < last) or (title_end == last and words[last].lower != "general"):
        return None  # a bare title is a description by role
    kind = type_of(whole)
    if kind is None:
        return None
    return ProperName(first, last, first, kind)


def _title_end(words: Sequence[Token], first: int, last: int) -> int | None:
    """The last token of a title that the capitalised run begins with or holds ("US President", "Secretary of State")."""
    found = None
    for i in range(first, last + 1):
        if is_title(words[i].lower.rstrip(".")) or _is_office(words, i, first, last):
            found = i
    if found is None:
        return None
    if words[found].lower == "secretary" and text_at(words, found + 1) in {"of", "general"}:
        found += 2 if text_at(words, found + 1) == "of" else 1
    if any(
        words[i].lower in BODY_WORDS - {"force", "air", "navy", "army", "house", "guard", "general"}
        for i in range(found + 1, last + 1)
    ):
        return None  # "General Staff", "Prime Minister's Office": the title is part of a body's name
    return min(found, last)


def is_adjective_of_origin(word: str) -> bool:
    """Whether a capitalised word says where somebody or something is from ("Russian", "European", "Western")."""
    return word in REGIONAL or register.state_of_adjective(word) is not None


def _is_office(words: Sequence[Token], i: int, first: int, last: int) -> bool:
    """Whether a role noun with a capital stands inside the run before two names at least ("Police Chief Jane Doe")."""
    noun = role_noun(words[i].lower)
    return noun is not None and noun.kind == "person" and not noun.plural and first < i <= last - 2


def type_of(name: str) -> ActorType | None:
    """What a capitalised name names; None where it is no actor (a place, a day, an adjective of nationality)."""
    entity: State | Bloc | None = register.state_named(name) or register.bloc_named(name) or register.metonym(name)
    if isinstance(entity, State):
        return ActorType.ORGANISATION if name.lower() in {"kremlin", "white house", "pentagon"} else ActorType.STATE
    if isinstance(entity, Bloc):
        return ActorType(entity.type)
    parts = name.lower().split()
    if (
        parts[-1] in PLACE_WORDS
        or ("war" in parts and not BODY_WORDS & set(parts))
        or register.state_of_adjective(name)
        or all(is_adjective_of_origin(part) for part in name.split())
    ):
        return None
    if any(part in BODY_WORDS for part in parts) or (name.isupper() and len(name) > 1):
        return ActorType.ORGANISATION
    bare = [part for part in parts if part not in PARTICLE_OF_PERSON]
    if is_adjective_of_origin(name.split(maxsplit=1)[0]) or len(parts) > _LONGEST_PERSON + 1:
        return ActorType.ORGANISATION
    is_person = 1 < len(bare) <= _LONGEST_PERSON and not any(c.isdigit() for c in name)
    return ActorType.PERSON if is_person else ActorType.ORGANISATION
