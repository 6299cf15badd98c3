"""Appositions: descriptions that hold the name of what they describe ("the NATO military alliance", "the newspaper Harbour Times").

In goes one sentence's tokens, a role phrase and the sentence's names, out comes the name that the phrase only says more about. A name that
says whose the body is ("the NATO military committee", "the Riga newspaper") is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from watchfloor.model.actor import ActorType
from watchfloor.reading.actor import register
from watchfloor.reading.actor.proper_name import ProperName
from watchfloor.reading.actor.role_noun import role_noun
from watchfloor.reading.actor.role_phrase import RolePhrase
from watchfloor.reading.place.gazetteer import cities, known_place
from watchfloor.reading.speech.reporting_verb import is_reporting_verb
from watchfloor.reading.text.token import Token

_ALLIANCES = frozenset({"alliance", "bloc"})
_SO_CALLED = frozenset("group party organisation organization watchdog".split())
"""Nouns for a body, beside those of the media and of companies, that stand next to its name."""
_FINITE = frozenset("is are was were has have had will would could may might can should".split())


def named_in(words: Sequence[Token], role: RolePhrase, names: Sequence[ProperName]) -> ProperName | None:
    """The name inside or right behind a definite description of one body, where both are the same; else None."""
    noun = role_noun(words[role.last].lower)
    if role.plural or not role.definite or noun is None or noun.singular != role.head or noun.kind != "body":
        return None
    for name in names:
        inside = role.first <= name.first and name.last < role.last and name.title_first is None
        if inside and not any(word.is_possessive_mark for word in words[name.last + 1 : role.last]):
            plain = not any(word.is_capitalised for word in words[name.last + 1 : role.last])
            return name if plain and _is_kind_of(words, role, name) else None
        if name.first == role.last + 1 and name.title_first is None:
            return name if _follows(words, role, name) and _is_kind_of(words, role, name) else None
    return None


def _is_kind_of(words: Sequence[Token], role: RolePhrase, name: ProperName) -> bool:
    """Whether what bears the name can be what the noun says: NATO an alliance, a newspaper no state and no town."""
    text = " ".join(word.text for word in words[name.first : name.last + 1])
    bloc = register.bloc_named(text)
    if role.head in _ALLIANCES:
        return bloc is not None
    agency = role.head == "agency" and words[role.last - 1].lower == "news"
    suits = agency or role.field in {"media", "company"} or role.head in _SO_CALLED
    placed = bloc or register.state_named(text) or register.metonym(text) or known_place(text) or cities(text)
    return suits and not placed and name.type in {ActorType.ORGANISATION, ActorType.PERSON}


def _follows(words: Sequence[Token], role: RolePhrase, name: ProperName) -> bool:
    """Whether a name right behind the noun belongs to it: in "told the paper Rask had left" it does not."""
    told = role.first > 0 and is_reporting_verb(words[role.first - 1].lower)
    after = words[name.last + 1].lower if name.last + 1 < len(words) else ""
    return name.type is ActorType.ORGANISATION and not (told and (after in _FINITE or is_reporting_verb(after)))
