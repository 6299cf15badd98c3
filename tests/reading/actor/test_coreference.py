"""Coreference: who is meant by a family name, a description, a pronoun, and who stays apart."""

from __future__ import annotations

import pytest

from invented import document
from watchfloor.model.actor import ActorType
from watchfloor.reading.actor.coreference import cast
from watchfloor.reading.passage import page


def meant(text: str, words: str, nth: int = 0) -> str:
    """The name of the actor whom the `nth` mention written `words` means."""
    read = page(document(text))
    found = cast(read)
    names = {actor.id: actor.name for actor in found.actors}
    hits = [m for p in read.passages for m in p.mentions if text[m.start : m.end] == words]
    return names[found.actor_of(hits[nth]) or ""]


ADMIRAL = "Admiral Orla Venn, chair of the Harbour Committee, arrived on Monday. "


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ADMIRAL + "Then Venn spoke.", "Venn"),
        (ADMIRAL + "The admiral was late.", "The admiral"),
        (ADMIRAL + "She was late.", "She"),
        (ADMIRAL + "Later the Danish military officer spoke.", "the Danish military officer"),
        ("The navy's top military officer spoke. " + ADMIRAL, "The navy's top military officer"),
    ],
)
def test_descriptions_and_pronouns_find_the_named_person(text: str, words: str) -> None:
    """A family name, a rank, a pronoun, a description after the name or in the lead before it."""
    assert meant(text, words) == "Orla Venn"


def test_an_unnamed_source_is_never_a_named_person() -> None:
    """A diplomat without a name stays an actor of its own, anonymous, although a named diplomat is near."""
    text = "Ambassador Ida Rask left the room. A senior Baltic diplomat called it a mistake."
    found = cast(page(document(text)))
    source = next(actor for actor in found.actors if "diplomat" in actor.name)
    assert source.type is ActorType.ANONYMOUS
    assert source.name != "Ida Rask"


def test_the_same_sources_are_the_sources_before() -> None:
    """The phrase "the same sources" means the sources that spoke last."""
    text = "Alliance diplomatic sources spoke on Monday. The same sources spoke again."
    assert meant(text, "The same sources") == meant(text, "Alliance diplomatic sources")


def test_two_people_of_one_family_name_stay_two() -> None:
    """Different given names are different people; the bare name joins one of them and not both."""
    text = "Then Jon Rask left. Later Ida Rask arrived."
    found = cast(page(document(text)))
    assert {actor.name for actor in found.actors} >= {"Jon Rask", "Ida Rask"}


def test_capitals_stand_for_their_states_and_seats_for_themselves() -> None:
    """Moscow and Russia are one state; the Kremlin is a body of its own."""
    text = "Earlier Russia denied it. Then Moscow denied it again. Then the Kremlin spoke."
    assert meant(text, "Moscow") == meant(text, "Russia") != meant(text, "Kremlin")


def test_roles_are_kept_as_reported() -> None:
    """The description beside a name becomes a role, on its own words."""
    text = ADMIRAL
    read = document(text)
    admiral = next(a for a in cast(page(read)).actors if a.name == "Orla Venn")
    assert {read.quote(role.span) for role in admiral.roles} == {"Admiral", "chair of the Harbour Committee"}
    assert all(read.quote(role.span) == role.text for role in admiral.roles)
