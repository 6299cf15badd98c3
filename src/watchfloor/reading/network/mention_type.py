"""Mention types: what the network's names say of whether a mention is a person or a body.

In go a Page and the names that the network found in its text, out comes the same page whose mentions have the type that both agree on, or
the network alone is sure of. A rule sees one surname and can't tell it from a firm; the network sees what it does in its sentence. Mentions with a
role, and names of the register, keep the type that their words give them; no mention is added or dropped.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from watchfloor.model.actor import ActorType
from watchfloor.reading.actor.mention import Mention
from watchfloor.reading.actor.register import bloc_named, state_named
from watchfloor.reading.network.name_edges import FoundName
from watchfloor.reading.passage import Page, Passage

SURE = 0.6
"""Share of one kind among the probabilities of a name's mentions in the document, from which it overrides the rules' guess: one mention is
taken for the other kind now and then, a whole article seldom."""
TYPES: Mapping[str, ActorType] = {
    "PER": ActorType.PERSON,
    "ORG": ActorType.ORGANISATION,
    "LOC": ActorType.ORGANISATION,
}
"""The type of an actor for each kind of name; a place that acts is a body."""
GUESSED = frozenset({ActorType.PERSON, ActorType.ORGANISATION})


def typed(page: Page, names: Sequence[FoundName]) -> Page:
    """The page with the types of its named mentions as the network sees them."""
    kinds = _kinds(page.document.text, names)
    return replace(page, passages=tuple(_passage(passage, kinds) for passage in page.passages))


def _kinds(text: str, names: Sequence[FoundName]) -> dict[str, str]:
    """The kind of each name that one kind is sure enough of, over all its mentions."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        if name.kind in TYPES:
            told[text[name.start : name.end]][name.kind] += name.probability  # type: ignore[assignment] # a share of a mention
    best = {name: max(sorted(kinds), key=kinds.__getitem__) for name, kinds in told.items()}
    return {name: kind for name, kind in best.items() if told[name][kind] >= SURE * max(1.0, told[name].total())}


def _passage(passage: Passage, kinds: Mapping[str, str]) -> Passage:
    return replace(passage, mentions=tuple(_mention(mention, kinds) for mention in passage.mentions))


def _mention(mention: Mention, kinds: Mapping[str, str]) -> Mention:
    if mention.name is None or mention.role or mention.type not in GUESSED:
        return mention
    kind = kinds.get(mention.name)
    if kind is None or TYPES[kind] is mention.type or state_named(mention.name) or bloc_named(mention.name):
        return mention
    return replace(mention, type=TYPES[kind])
