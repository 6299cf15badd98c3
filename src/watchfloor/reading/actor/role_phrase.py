"""Role phrases: noun phrases that describe an actor instead of naming it ("a senior Baltic diplomat", "the allies").

In goes one sentence's tokens and its proper names, out come the phrases around each role noun: from the determiner
over known modifiers to the noun, and on over "of the NATO Military Committee", "to Belgium", "within the alliance".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from watchfloor.model.actor import ActorType
from watchfloor.reading.actor import register
from watchfloor.reading.actor.head_noun import ADJECTIVES, AFTER_A_NOUN, FIELD, SECOND, head_noun
from watchfloor.reading.actor.name_start import is_citing
from watchfloor.reading.actor.name_word import CALENDAR, NOT_NAMES
from watchfloor.reading.actor.proper_name import ProperName, is_adjective_of_origin
from watchfloor.reading.actor.role_noun import RoleNoun, is_body, is_full_title, modifiers, role_noun
from watchfloor.reading.speech.reporting_verb import is_reporting_verb
from watchfloor.reading.text.token import Token

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our"})
_INDEFINITE = frozenset(
    {"a", "an", "one", "some", "several", "many", "multiple", "two", "three", "four", "most", "another", "other"}
)
_LINKS = frozenset({"of", "in", "from", "for", "within", "at", "with"})
_LONGEST = 12
_NO_DESCRIPTION = AFTER_A_NOUN | _LINKS | {"nerve"}
"""Words that end what stands before them and describe nothing after."""
_KIND = 3
"""Plain words between a possessor and its noun: "Norland's national grid operator"."""
_SEVERAL = frozenset({"police", "customs", "troops", "forces", "military"})
"""Nouns in the singular that need no article: the words before them may be another noun's ("Norland's ruling hurt police")."""
_LONGEST_BODY = 4
"""Words of a body after its adjective of origin ("the German special forces command")."""
_DEFINITE_WITHOUT_ARTICLE = frozenset({"police", "customs", "prosecutors", "investigators", "troops", "forces"})


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """Tokens `first`..`last` describe an actor; `takes_name` holds where a name may follow as part of the same mention."""

    first: int
    last: int
    head: str
    field: str
    type: ActorType
    plural: bool
    definite: bool
    takes_name: bool


def field_of(word: str) -> str:
    """The field of the role noun `word`, or an empty string."""
    noun = role_noun(word.rstrip("."))
    return noun.field if noun else ""


def find(words: Sequence[Token], names: Sequence[ProperName]) -> tuple[RolePhrase, ...]:
    """The role phrases among one sentence's tokens, none inside another."""
    named = {i: name for name in names for i in range(name.first, name.last + 1)}
    found: list[RolePhrase] = []
    for i in range(len(words)):
        noun = head_noun(words, i)
        titled = named.get(i)
        if noun is None or (found and i <= found[-1].last) or (titled is not None and i != titled.bare_first - 1):
            continue
        if titled is not None and titled.title_first is None:
            continue
        phrase = _around(words, i, noun, named)
        if phrase is not None:
            found.append(phrase)
    return tuple(found)


def _around(words: Sequence[Token], i: int, noun: RoleNoun, named: dict[int, ProperName]) -> RolePhrase | None:
    first = _left(words, i, plural=noun.plural, one_person=noun.kind in {"title", "person"} and not noun.plural)
    before = words[first].lower
    titled = named.get(i)
    last = titled.bare_first - 1 if titled is not None else _right(words, i, noun, named)
    office = titled is None and _is_office(words, last)
    last += 2 * office
    bare = first == i and not noun.plural and before not in _DEFINITE_WITHOUT_ARTICLE
    beside_a_name = first > 0 and words[first - 1].text == "," and last > i
    if bare and not beside_a_name and (noun.kind != "title" or not words[i].is_capitalised):
        return None  # a bare singular noun is no mention; a bare title is, and so is ", head of the agency"
    if noun.field == "document" and first == i:
        return None
    definite = before in _DEFINITE or (words[first].is_capitalised and before not in _INDEFINITE)
    follower = named.get(last + 1)
    holder = follower is not None and follower.first == last + 1 and follower.type is ActorType.PERSON
    follows_name = titled is not None or holder or (last == i and i + 1 < len(words) and words[i + 1].is_capitalised)
    return RolePhrase(
        first=first,
        last=last,
        head="office" if office else noun.singular,
        field="government" if office else noun.field,
        type=ActorType.ORGANISATION if office else _type(noun, definite=definite),
        plural=noun.plural and not office,
        definite=definite,
        takes_name=follows_name and noun.kind in {"title", "person"} and not office,
    )


def _is_office(words: Sequence[Token], last: int) -> bool:
    """Whether the person described up to `last` only owns an office ("the prosecutor's office")."""
    ahead = words[last + 1 : last + 3]
    return len(ahead) > 1 and ahead[0].is_possessive_mark and ahead[1].lower == "office"


def _type(noun: RoleNoun, *, definite: bool) -> ActorType:
    if noun.kind == "body":
        return ActorType.ORGANISATION
    if noun.kind == "group":
        return ActorType.GROUP if noun.plural else ActorType.STATE
    if noun.plural:
        return ActorType.GROUP if noun.field not in {"anonymous", "diplomacy", "government"} else ActorType.ANONYMOUS
    return ActorType.PERSON if definite else ActorType.ANONYMOUS


def _left(words: Sequence[Token], i: int, *, plural: bool, one_person: bool) -> int:
    """Where the phrase around the noun at `i` begins."""
    first = i
    while first > 0 and i - first < _LONGEST:
        before = words[first - 1]
        if before.lower in _DEFINITE or before.lower in {"a", "an", "one"}:
            return first if plural and before.lower in {"this", "that"} else first - 1
        if before.is_possessive_mark:
            owner = _owner(words, first - 2)
            return first if owner is None else owner
        if _is_done_by(words, first - 1) or not _modifies(words, first - 1, first):
            skipped = _owned(words, first) if first == i and not plural and not is_full_title(words[i].lower) else 0
            skipped = (
                skipped
                or (_field(words, first) if first == i and not plural else 0)
                or (_determined(words, first) if first == i and one_person else 0)
            )
            if not skipped:
                break
            first -= skipped
            continue
        first -= 1
    return first


def _is_done_by(words: Sequence[Token], i: int) -> bool:
    """Whether the word is a verb after its subject ("the jury convicted men", "Venn accused President Rask"), no participle."""
    subject = words[i - 1] if i > 0 and words[i].text.endswith("ed") else None
    named = subject and subject.is_capitalised and subject.lower not in NOT_NAMES
    return bool(subject and (role_noun(subject.lower) or (named and not is_adjective_of_origin(subject.text))))


def _field(words: Sequence[Token], first: int) -> int:
    """How many plain words before a title say of what it is, between it and whose it is ("Norland's digital affairs minister")."""
    if not is_full_title(words[first].lower):
        return 0
    for count in range(1, FIELD + 1):
        at = first - count
        if at < 1 or not words[at].is_word or words[at].is_capitalised or is_reporting_verb(words[at].lower):
            return 0
        owner = words[at - 1]
        if owner.is_possessive_mark or owner.lower in SECOND or is_adjective_of_origin(owner.text):
            return count
    return 0


def _owned(words: Sequence[Token], first: int) -> int:
    """How many plain words between whose it is and its noun say of what kind ("Norland's power grid operator")."""
    for count in range(1, _KIND + 1):
        at = first - count
        if at < 2 or not words[at].text[0].islower() or words[at].lower in _NO_DESCRIPTION | _DEFINITE | _INDEFINITE:  # noqa: PLR2004
            return 0
        if words[at - 1].lower in {"'s", "’s"}:
            return 0 if words[first].lower in _SEVERAL or words[at - 2].lower in NOT_NAMES else count
    return 0


def _determined(words: Sequence[Token], first: int) -> int:
    """1 where one plain word, of whatever kind, stands between an article and the person it describes ("a murder suspect", "the train driver").

    It is for one person only: what means several needs no article, and the word may be another's noun ("the day officials left").
    """
    plain = words[first - 1]
    between = plain.text[0].islower() and plain.lower not in _NO_DESCRIPTION
    return int(between and first > 1 and words[first - 2].lower in {"the", "a", "an"})


def _modifies(words: Sequence[Token], i: int, following: int) -> bool:
    word = words[i]
    if word.lower in modifiers() or ("-" in word.text and word.text[0].isalpha()) or is_adjective_of_origin(word.text):
        return True
    if word.lower == "and":
        if i > 0 and role_noun(words[i - 1].lower) is not None:
            return words[i - 1].lower not in ADJECTIVES
        return i > 0 and _says_origin(words[i - 1].text) and _says_origin(words[following].text)
    if word.text == "," or not word.is_word:
        return False
    if role_noun(word.lower) is not None:
        return True
    return word.is_capitalised and word.lower not in _INDEFINITE | NOT_NAMES and not (i == 0 and is_citing(word))


def _owner(words: Sequence[Token], i: int) -> int | None:
    """Where the possessor that ends at `i` begins ("the alliance" in "the alliance's top officer")."""
    if i < 0:
        return None
    first = i
    while first > 0 and _names_an_owner(words[first - 1]):
        first -= 1
    return first - 1 if first > 0 and words[first - 1].lower in _DEFINITE else first


def _names_an_owner(word: Token) -> bool:
    capital = word.is_capitalised and word.lower not in NOT_NAMES
    return word.is_word and (capital or word.lower in modifiers())


def _right(words: Sequence[Token], i: int, noun: RoleNoun, named: dict[int, ProperName]) -> int:
    """Where the phrase around the noun at `i` ends."""
    last = i
    links = _LINKS | (
        {"to"} if noun.field in {"diplomacy", "government", "spokesperson"} and noun.kind != "body" else frozenset()
    )
    while last + 2 < len(words) and words[last + 1].lower in links:
        at = last + 2
        if words[at].lower in {"the", "a", "its", "his", "her", "their"}:
            at += 1
        end = _named_end(words, at, named)
        if end is None:
            break
        last = _and_more(words, end, named)
        if words[min(last + 1, len(words) - 1)].lower in {"in", "at", "with"}:
            break
    return last


def _and_more(words: Sequence[Token], end: int, named: dict[int, ProperName]) -> int:
    """The end of a list of names that goes on after `end` ("from the Baltics and Poland")."""
    last = end
    while last + 2 < len(words) and words[last + 1].lower in {"and", ","}:
        at = last + 3 if words[last + 2].lower in {"the", "and"} else last + 2
        if at not in named or named[at].type not in {ActorType.STATE, ActorType.GROUP}:
            break
        joined = "and" in {words[last + 1].lower, words[last + 2].lower}
        last = named[at].last
        if joined:
            return last  # a list ends in "and"; what commas alone join may be another clause
    return end


def _named_end(words: Sequence[Token], at: int, named: dict[int, ProperName]) -> int | None:
    """The end of a name or body ("NATO's military committee", "Eastern Europe", "the ministry") that starts at `at`."""
    if at >= len(words) or words[at].lower in CALENDAR:
        return None
    if at in named or (words[at].is_capitalised and words[at].is_word):
        end = named[at].last if at in named else at
        while end + 1 < len(words) and words[end + 1].is_capitalised and words[end + 1].is_word:
            if end + 1 in named and named[end + 1].first == end + 1:
                break  # whoever holds the office
            end += 1
    elif role_noun(words[at].lower) is not None or (
        at + 1 < len(words) and role_noun(words[at + 1].lower) and words[at].lower in modifiers()
    ):
        end = at if role_noun(words[at].lower) is not None else at + 1
    else:
        return None
    if words[end].is_capitalised and (body := _body_ahead(words, end)):
        return body
    if end + 1 < len(words) and words[end + 1].is_possessive_mark:
        bodies = [j for j in range(end + 2, min(end + 5, len(words))) if is_body(words[j].lower)]
        return bodies[-1] if bodies and bodies[-1] - bodies[0] < 2 else (bodies[0] if bodies else None)  # noqa: PLR2004
    return end


def _body_ahead(words: Sequence[Token], end: int) -> int | None:
    """The last token of the body that a name or adjective at `end` belongs to ("the Norland foreign ministry")."""
    origin = is_adjective_of_origin(words[end].text)
    found = None
    for i in range(end + 1, min(end + 1 + _LONGEST_BODY, len(words))):
        word = words[i]
        if word.is_capitalised or not word.is_word or not (origin or word.lower in modifiers() or is_body(word.lower)):
            break
        found = i if is_body(word.lower) else found
    return found


def _says_origin(word: str) -> bool:
    return is_adjective_of_origin(word) or register.state_named(word) is not None
