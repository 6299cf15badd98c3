"""Mentions: the words by which a document refers to persons, bodies and states.

In goes one sentence's tokens, out come its mentions: names ("Maria Zakharova", "NATO"), descriptions by role ("a senior
Baltic diplomat", "the Italian admiral") and pronouns. A description that leads straight into a name is one mention with both.
Which mentions are one actor is decided in `coreference`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from watchfloor.model.actor import ActorType
from watchfloor.reading.actor import proper_name, role_phrase, shared_noun
from watchfloor.reading.actor.apposition import named_in
from watchfloor.reading.actor.expletive import is_expletive
from watchfloor.reading.actor.name_start import KnownNames
from watchfloor.reading.actor.proper_name import ProperName
from watchfloor.reading.actor.role_noun import in_full
from watchfloor.reading.text.token import Token


class MentionKind(StrEnum):
    """By what a mention refers."""

    NAME = "name"
    ROLE = "role"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to `last` (inclusive) of a sentence, at `start`..`end` of the text, that refer to an actor.

    `name` is the proper name in it and `role` the description, as they stand; `head` the lower-case noun or pronoun that says what
    it is; `field` groups role nouns ("military", "government"). `definite` is false for "a diplomat", "several officials".
    """

    start: int
    end: int
    first: int
    last: int
    kind: MentionKind
    type: ActorType
    name: str | None = None
    name_start: int | None = None
    role: str | None = None
    role_start: int | None = None
    head: str = ""
    field: str = ""
    plural: bool = False
    definite: bool = True
    feminine: bool | None = None


_COORDINATED = frozenset({ActorType.STATE, ActorType.ALLIANCE, ActorType.GROUP})
_PRONOUNS = {
    "he": (False, False),
    "she": (False, True),
    "they": (True, None),
    "it": (False, None),
}
_OBJECTS = {"him": "he", "her": "she", "them": "they"}
_FEMININE = frozenset(
    {"spokeswoman", "chairwoman", "congresswoman", "queen", "woman", "mrs", "ms", "princess", "policewoman"}
)
_MASCULINE = frozenset({"spokesman", "chairman", "congressman", "king", "man", "mr", "policeman", "prince"})


def mentions(words: Sequence[Token], known: KnownNames) -> tuple[Mention, ...]:
    """The mentions among one sentence's tokens, in order and without overlap (the longer reading wins)."""
    names = [name for name in proper_name.find(words, known) if not _is_byline(words, name)]
    at = {name.bare_first: name for name in names}
    roles = role_phrase.find(words, names)
    found: list[Mention] = []
    taken: set[int] = set()
    for role in sorted(roles, key=lambda r: (r.first, -r.last)):
        name = at.get(role.last + 1) if role.takes_name else None
        if taken & set(range(role.first, role.last + 1)):
            continue
        several = shared_noun.shared(words, role) if name is None else None
        called = named_in(words, role, names) if name is None else None
        if several is not None:
            made = _of_shared(words, role, several)
        elif called is not None:
            made = [_of_apposition(words, role, called)]
        else:
            made = [_of_role(words, role) if name is None else _of_both(words, role, name)]
        found += made
        taken |= {i for mention in made for i in range(mention.first, mention.last + 1)}
    found += [_of_name(words, name) for name in names if name.first not in taken and name.last not in taken]
    pronouns = [i for i, word in enumerate(words) if word.lower in _PRONOUNS and i not in taken]
    found += [_of_pronoun(words[i], i) for i in pronouns if words[i].lower != "it" or not is_expletive(words, i)]
    found += [_of_pronoun(word, i) for i, word in enumerate(words) if _follows_according_to(words, i)]
    found.sort(key=lambda m: m.first)
    return tuple(sorted((*found, *_coordinated(words, found)), key=lambda m: (m.first, -m.last)))


def _is_byline(words: Sequence[Token], name: ProperName) -> bool:
    """Whether a person's name is that of the writer, glued to what stands above ("… shut the airport By Jonas Marik, Harbour Press").

    In a headline whose words all have capitals "By" may lead to who did it; there the outlet must follow.
    """
    at = name.first - 1
    if name.type is not ActorType.PERSON or at < 1 or words[at].text != "By" or not words[at - 1].is_word:
        return False
    after = words[name.last + 1 : name.last + 3]
    outlet = len(after) > 1 and after[0].text in {",", "|"} and after[1].is_capitalised
    return outlet or not proper_name.is_title_case(words[:at])


def _coordinated(words: Sequence[Token], found: Sequence[Mention]) -> list[Mention]:
    """States and groups named in one breath ("Germany, France and Lithuania"), as one mention beside its members."""
    groups: list[Mention] = []
    run: list[Mention] = []
    for mention in (*found, None):
        joint = {word.lower for word in words[run[-1].last + 1 : mention.first]} if run and mention else set()
        fits = mention is not None and mention.type in _COORDINATED and mention.kind is not MentionKind.PRONOUN
        if (
            run
            and fits
            and joint
            and joint <= {",", "and", "or", "the"}
            and not ("and" in _joints(words, run) and joint != {"and"})
        ):
            run.append(mention)  # type: ignore[arg-type]
            continue
        if len(run) > 1 and "and" in _joints(words, run):
            text = _joined(words, run[0].first, run[-1].last)
            groups.append(
                replace(
                    run[0],
                    end=run[-1].end,
                    last=run[-1].last,
                    type=ActorType.GROUP,
                    name=text,
                    name_start=run[0].start,
                    kind=MentionKind.NAME,
                    role=None,
                    role_start=None,
                    head="",
                    plural=True,
                )
            )
        run = [mention] if fits and mention is not None else []
    return groups


def _joints(words: Sequence[Token], run: Sequence[Mention]) -> set[str]:
    """The words between the members of a run."""
    return {word.lower for a, b in pairwise(run) for word in words[a.last + 1 : b.first]}


def _of_role(words: Sequence[Token], role: role_phrase.RolePhrase) -> Mention:
    text = _joined(words, role.first, role.last)
    return Mention(
        start=words[role.first].start,
        end=words[role.last].end,
        first=role.first,
        last=role.last,
        kind=MentionKind.ROLE,
        type=role.type,
        role=text,
        role_start=words[role.first].start,
        head=role.head,
        field=role.field,
        plural=role.plural,
        definite=role.definite,
        feminine=_gender({role.head}),
    )


def _of_shared(words: Sequence[Token], role: role_phrase.RolePhrase, several: shared_noun.Shared) -> list[Mention]:
    """The bodies of several states under one noun, each by itself, after one mention of them all."""
    base = _of_role(words, role)
    start = words[several.first].start
    whole = replace(
        base,
        start=start,
        first=several.first,
        type=ActorType.GROUP,
        role=several.text,
        role_start=start,
        definite=False,
    )
    each = (
        replace(
            base,
            start=words[body.first].start,
            end=words[body.last].end,
            first=body.first,
            last=body.last,
            role=body.text,
            role_start=words[body.first].start,
            plural=False,
            definite=True,
        )
        for body in several.bodies
    )
    return [whole, *each]


def _of_apposition(words: Sequence[Token], role: role_phrase.RolePhrase, name: ProperName) -> Mention:
    """The name that a description holds, with the description's words for its bounds."""
    named = _of_name(words, name)
    first, last = min(role.first, name.first), max(role.last, name.last)
    kind = ActorType.ORGANISATION if named.type is ActorType.PERSON else named.type
    return replace(
        named,
        start=words[first].start,
        end=words[last].end,
        first=first,
        last=last,
        type=kind,
        head=role.head,
        field=role.field,
    )


def _of_name(words: Sequence[Token], name: ProperName) -> Mention:
    title = words[name.title_first].start if name.title_first is not None else None
    first = name.first if name.title_first is None else name.title_first
    begin = name.bare_first
    return Mention(
        start=words[first].start,
        end=words[name.last].end,
        first=first,
        last=name.last,
        kind=MentionKind.NAME,
        type=name.type,
        name=_joined(words, begin, name.last),
        name_start=words[begin].start,
        role=_joined(words, first, begin - 1) if title is not None and begin > first else None,
        role_start=title if begin > first else None,
        head=in_full(words[begin - 1].lower) if begin > first else "",
        plural=name.type is ActorType.GROUP,
        field=role_phrase.field_of(in_full(words[begin - 1].lower)) if begin > first else "",
        feminine=_gender({word.lower.rstrip(".") for word in words[first:begin]}),
    )


def _of_both(words: Sequence[Token], role: role_phrase.RolePhrase, name: ProperName) -> Mention:
    base, named = _of_role(words, role), _of_name(words, name)
    role_text = _joined(words, role.first, name.bare_first - 1)
    return replace(
        base,
        end=named.end,
        last=named.last,
        kind=MentionKind.NAME,
        type=ActorType.PERSON if role.type in {ActorType.ANONYMOUS, ActorType.PERSON} else named.type,
        name=named.name,
        name_start=named.name_start,
        role=role_text,
        definite=True,
        plural=False,
    )


def _of_pronoun(word: Token, i: int) -> Mention:
    head = _OBJECTS.get(word.lower, word.lower)
    plural, feminine = _PRONOUNS[head]
    kind = ActorType.PERSON if head in {"he", "she"} else ActorType.ORGANISATION
    if head == "he":
        feminine = False
    return Mention(
        start=word.start,
        end=word.end,
        first=i,
        last=i,
        kind=MentionKind.PRONOUN,
        type=kind,
        head=head,
        plural=plural,
        feminine=feminine,
    )


def _follows_according_to(words: Sequence[Token], i: int) -> bool:
    """Whether "him", "her" or "them" is whose words "according to" introduces; in "according to her lawyer" it is not."""
    if words[i].lower not in _OBJECTS or i < 2 or words[i - 1].lower != "to" or words[i - 2].lower != "according":  # noqa: PLR2004
        return False
    return i + 1 == len(words) or not words[i + 1].is_word


def _gender(words: set[str]) -> bool | None:
    if words & _FEMININE:
        return True
    return False if words & _MASCULINE else None


def _joined(words: Sequence[Token], first: int, last: int) -> str:
    """The words `first`..`last` as they stand, white space between them as one blank."""
    text = ""
    for i in range(first, last + 1):
        if i > first and words[i].start > words[i - 1].end:
            text += " "
        text += words[i].text
    return text
