"""Coreference: which mentions of one document mean one actor.

In goes a Page, out comes its cast: the actors, and for each mention the actor that it means. Names come first (a family
name joins the full name), then descriptions ("the Italian admiral", "the same sources") and pronouns in the
order of the text, each to the nearest earlier actor that fits. An unnamed source is an actor of its own and never joins a named person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import dropwhile

from watchfloor.model.actor import Actor, ActorType, Role
from watchfloor.reading.actor import register
from watchfloor.reading.actor.antecedent import fits_pronoun, is_alliance, is_called, is_company, is_medium, is_person
from watchfloor.reading.actor.description import STOP, content
from watchfloor.reading.actor.member import (
    Member,
    calls_its_own,
    describes,
    fields_of,
    finished,
    fits_described,
    fits_person,
    fits_unnamed,
    is_family_name_first,
    is_of_firm,
    is_of_person,
    is_owned_body,
    is_shorter_name,
    may_be_one,
    may_stand_beside,
    name_parts,
    own_words,
    stands_beside,
)
from watchfloor.reading.actor.mention import Mention, MentionKind
from watchfloor.reading.actor.naming import abbreviations, introduced, only_located, places_named, seated
from watchfloor.reading.actor.register import State
from watchfloor.reading.actor.role_noun import is_title
from watchfloor.reading.passage import Page

_LOOK_BACK = 6
"""Sentences after which a pronoun no longer finds whom it means."""
_REACH_OF_IT = 3
_FAR = 40
"""Sentences after which "the alliance" or "the company" no longer finds what it means."""
_LOOK_AHEAD = 4
"""Sentences within which a description in a lead finds the name that it announces."""
_ITSELF = frozenset("kremlin|white house|pentagon|downing street|elysee|élysée palace|foreign office".split("|"))
"""Seats that are bodies in their own right, kept apart from the state that they govern."""
_NO_BEARERS = frozenset({ActorType.STATE, ActorType.ALLIANCE, ActorType.GROUP})


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a document, and which of them each mention (by its offsets) means."""

    actors: tuple[Actor, ...]
    meant: dict[tuple[int, int], str]

    def actor_of(self, mention: Mention) -> str | None:
        """The id of the actor that `mention` means."""
        return self.meant.get((mention.start, mention.end))


def cast(page: Page, speaking: frozenset[tuple[int, int]] = frozenset()) -> Cast:
    """The actors of a document and who is meant by each mention.

    `speaking` are the offsets of mentions known to speak: a pronoun means the last speaker before anybody else.
    """
    casting = _Casting(page, speaking)
    casting.name_everyone()
    casting.follow_the_text()
    return casting.result()


class _Casting:
    """Two passes over one document's mentions: first the names, then everything else in the order of the text."""

    def __init__(self, page: Page, speaking: frozenset[tuple[int, int]]) -> None:
        self._page = page
        self._speaking = speaking
        self._members: dict[str, Member] = {}
        self._meant: dict[tuple[int, int], str] = {}
        self._abbreviated = abbreviations(page)
        self._introduced = introduced(page)
        self._located = only_located(page, speaking)
        self._seen: list[tuple[int, Mention, str]] = []

    def name_everyone(self) -> None:
        """Give every named mention its actor: longer names first, so that a family name finds the full one."""
        places = places_named(self._page, self._speaking)
        named = [
            mention
            for _, mention in self._mentions()
            if mention.kind is MentionKind.NAME and mention.name and mention.name.lower() not in places
        ]
        for mention in sorted(named, key=lambda m: (-len((m.name or "").split()), m.start)):
            member = self._member_named(mention)
            self._join(member, mention)
        for member in self._members.values():
            member.mentions.sort()

    def follow_the_text(self) -> None:
        """Resolve descriptions and pronouns in the order of the text."""
        for number, passage in enumerate(self._page.passages):
            for i, mention in enumerate(passage.mentions):
                key = self._meant.get((mention.start, mention.end))
                if key is None and mention.kind is not MentionKind.NAME:
                    key = self._resolve(number, mention, i)
                if key is not None and not (mention.kind is MentionKind.NAME and mention.plural):
                    self._seen.append((number, mention, key))

    def result(self) -> Cast:
        """The cast as it stands."""
        document = self._page.document
        ids = {key: f"{document.short_id}:A{min(m.mentions)[0]}" for key, m in self._members.items() if m.mentions}
        taken: dict[str, int] = {}
        for key, value in ids.items():
            taken[value] = taken.get(value, 0) + 1
            ids[key] = value if taken[value] == 1 else f"{value}.{taken[value]}"
        actors = tuple(finished(document, ids[key], member) for key, member in self._members.items() if key in ids)
        meant = {span: ids[key] for span, key in self._meant.items() if key in ids}
        return Cast(tuple(sorted(actors, key=lambda a: a.mentions[0])), meant)

    def _mentions(self) -> Iterator[tuple[int, Mention]]:
        for number, passage in enumerate(self._page.passages):
            for mention in passage.mentions:
                yield number, mention

    def _member_named(self, mention: Mention) -> Member:
        name = self._abbreviated.get(mention.name or "", mention.name or "")
        registered = register.state_named(name) or register.bloc_named(name) or seated(self._page, mention)
        entity = None if mention.role else registered
        if entity is not None and name.lower() not in _ITSELF:
            kind = ActorType.STATE if isinstance(entity, State) else ActorType(entity.type)
            return self._members.setdefault(
                f"register:{entity.name}", Member(f"register:{entity.name}", entity.name, kind, named=True)
            )
        parts = name_parts(name)
        for member in self._members.values():
            if member.named and not member.plural and is_shorter_name(parts, member, mention):
                return member
        owned = [m for m in self._members.values() if is_owned_body(parts, m)]
        if len(owned) == 1:
            return owned[0]
        known = [m for m in self._members.values() if m.name.lower() in self._introduced]
        orders = [m for m in known if mention.role is None and is_family_name_first(parts, m)]
        if len(orders) == 1:
            return orders[0]
        key = f"name:{name.lower()}"
        return self._members.setdefault(key, Member(key, name, mention.type, named=True, plural=mention.plural))

    def _join(self, member: Member, mention: Mention) -> None:
        """Let `mention` mean `member`, with the name and role that it gives."""
        document = self._page.document
        self._meant[(mention.start, mention.end)] = member.key
        member.mentions.append((mention.start, mention.end))
        if mention.name and mention.name not in member.aliases:
            member.aliases.append(mention.name)
        if mention.role and mention.role_start is not None and mention.kind is MentionKind.NAME:
            self._add_role(member, mention.role, document.text.find(mention.role.split()[0], mention.start), mention)
        titled = mention.kind is MentionKind.NAME and mention.type is ActorType.PERSON and mention.role
        if titled and member.type is ActorType.ORGANISATION:
            member.type = ActorType.PERSON
        if mention.kind is MentionKind.ROLE and mention.role and mention.role not in member.aliases:
            member.aliases.append(mention.role)
        if mention.kind is MentionKind.ROLE and mention.role:
            member.described.add(content(mention.role))
        member.heads |= {mention.head} - {"", "he", "she", "they", "it"}
        member.fields |= fields_of(mention)
        member.feminine = mention.feminine if member.feminine is None else member.feminine

    def _add_role(self, member: Member, text: str, start: int, mention: Mention) -> None:
        end = mention.name_start if mention.name_start is not None and mention.name_start > start else mention.end
        role_end = start + len(self._page.document.text[start:end].rstrip(" ,"))
        if 0 <= start < role_end:
            member.roles.append(Role(text, self._page.document.span(start, role_end)))

    def _resolve(self, number: int, mention: Mention, i: int) -> str | None:
        if mention.kind is MentionKind.PRONOUN:
            member = self._of_pronoun(number, mention)
            if member is not None:
                self._join(member, mention)
            return member.key if member else None
        member = self._beside(number, mention, i) or self._of_description(number, mention)
        if member is None:
            member = self._own(mention)
        elif member.named and member.type is ActorType.PERSON and mention.role and describes(mention):
            self._add_role(member, mention.role, mention.start, mention)
        self._join(member, mention)
        return member.key

    def _own(self, mention: Mention) -> Member:
        """The actor that has no name but this description, joined with its like."""
        key = f"role:{' '.join(sorted(content(mention.role or ''))) or mention.head}"
        name = " ".join(dropwhile(lambda word: word.lower() in STOP, (mention.role or "").split())) or mention.head
        kind = mention.type
        if kind is ActorType.PERSON and not (mention.definite and (own_words(mention) or is_title(mention.head))):
            kind = ActorType.ANONYMOUS
        return self._members.setdefault(key, Member(key, name, kind, plural=mention.plural))

    def _beside(self, number: int, mention: Mention, i: int) -> Member | None:
        """The person whom a description stands beside: "Dragone, chair of the committee" and "the envoy, Steve Witkoff"."""
        passage = self._page.passages[number]
        if mention.plural or not (is_of_person(mention) or is_of_firm(mention)):
            return None
        for j in (i - 1, i + 1):
            if not 0 <= j < len(passage.mentions):
                continue
            other = passage.mentions[j]
            if other.kind is not MentionKind.NAME or other.type in _NO_BEARERS:
                continue
            left, right = (other, mention) if j < i else (mention, other)
            between = passage.words[left.last + 1 : right.first]
            member = self._members.get(self._meant.get((other.start, other.end), ""))
            after = passage.words[right.last + 1 : right.last + 2]
            if member is not None and stands_beside(between, after, mention) and may_stand_beside(mention, member):
                return member
        return None

    def _of_description(self, number: int, mention: Mention) -> Member | None:
        """Whom a definite description means: an earlier actor that fits or, in a lead, one soon to be named."""
        words = set((mention.role or "").lower().split())
        if "same" in words or (mention.definite and mention.plural and "those" not in words):
            return self._latest(number, lambda m: m.plural and mention.head in m.heads and fits_unnamed(mention, m))
        if not mention.definite or mention.plural:
            return None
        if mention.type is ActorType.PERSON:
            far = len(self._page.passages)
            known = self._latest(number, lambda m: mention.head in m.heads and fits_person(mention, m), far)
            known = known or self._latest(number, lambda m: fits_person(mention, m), far)
            return known or self._announced(number, mention)
        return self._of_body(number, mention)

    def _of_body(self, number: int, mention: Mention) -> Member | None:
        """The body that "the alliance", "the newspaper", "the ministry" means; one with a name or origin of its own means no other."""
        if mention.head == "office" or calls_its_own(mention):
            return self._latest(number, lambda m: not m.plural and fits_described(mention, m))
        if mention.head in {"alliance", "bloc"}:
            return self._latest(number, lambda m: is_called(m, mention.head)) or self._latest(number, is_alliance)
        if mention.field == "media":
            return self._latest(number, is_medium)
        if own_words(mention) or mention.type is not ActorType.ORGANISATION:
            return None
        if mention.field == "company":
            return self._latest(number, lambda m: is_company(m) and m.name.lower() not in self._located)
        return self._latest(
            number, lambda m: mention.head in m.heads or (not is_person(m) and mention.head in name_parts(m.name))
        )

    def _announced(self, number: int, mention: Mention) -> Member | None:
        """The person whom a description announces before the name is given ("NATO's top officer … Admiral X, who")."""
        if not own_words(mention) or number > _LOOK_AHEAD:
            return None
        wanted = fields_of(mention)
        for passage in self._page.passages[number : number + _LOOK_AHEAD + 1]:
            for other in passage.mentions:
                if other.start <= mention.start or other.kind is not MentionKind.NAME or not other.role:
                    continue
                member = self._members.get(self._meant.get((other.start, other.end), ""))
                if (
                    member is not None
                    and member.type is ActorType.PERSON
                    and wanted & fields_of(other)
                    and may_be_one(mention, other)
                ):
                    return member
        return None

    def _of_pronoun(self, number: int, mention: Mention) -> Member | None:
        reach = _LOOK_BACK if mention.head in {"he", "she", "they"} else _REACH_OF_IT
        return self._subject(number, lambda m: fits_pronoun(mention, m), reach)

    def _subject(self, number: int, fits: Callable[[Member], bool], reach: int) -> Member | None:
        """The speaker of the nearest sentence that has a fitting actor, else its first: subjects stand first. Quoted words are passed over."""
        latest: dict[int, Member] = {}
        speakers: dict[int, Member] = {}
        for at, mention, key in reversed(self._seen):
            if number - at > reach:
                break
            if self._page.is_quoted(mention.start, mention.end):
                continue
            member = self._members[key]
            if fits(member):
                latest[at] = member
                if (mention.start, mention.end) in self._speaking:
                    speakers.setdefault(at, member)
        nearest = max(latest, default=-1)
        return speakers.get(nearest) or latest.get(nearest)

    def _latest(self, number: int, fits: Callable[[Member], bool], reach: int = _FAR) -> Member | None:
        """The nearest earlier actor that fits."""
        for at, _, key in reversed(self._seen):
            if number - at > reach:
                break
            if fits(self._members[key]):
                return self._members[key]
        return None
