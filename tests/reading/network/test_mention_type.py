"""Mention types: a name is a person or a body as the network sees it over the whole document. Everything is an exercise."""

from invented import document
from watchfloor.model.actor import ActorType
from watchfloor.reading.network.mention_type import typed
from watchfloor.reading.network.name_edges import FoundName
from watchfloor.reading.passage import Page, page

TEXT = "Brandhult said the line was cut. Later Brandhult left. France answered Brandhult."


def names(*kinds: str, probability: float = 0.9) -> list[FoundName]:
    """The mentions of Brandhult in TEXT, of these kinds."""
    places = [i for i in range(len(TEXT)) if TEXT.startswith("Brandhult", i)]
    return [FoundName(at, at + 9, kind, probability) for at, kind in zip(places, kinds, strict=True)]


def types(read: Page, name: str) -> set[ActorType]:
    """The types that the page gives to mentions of the name."""
    return {m.type for passage in read.passages for m in passage.mentions if m.name == name}


def test_a_lone_surname_is_a_person_where_the_network_says_so() -> None:
    """The rules can't tell a surname from a firm; the network's kind holds for every mention."""
    read = page(document(TEXT))
    assert types(read, "Brandhult") == {ActorType.ORGANISATION}
    assert types(typed(read, names("PER", "PER", "PER")), "Brandhult") == {ActorType.PERSON}


def test_one_slip_does_not_change_the_name() -> None:
    """What most mentions say holds for all of them."""
    read = page(document(TEXT))
    assert types(typed(read, names("PER", "ORG", "PER")), "Brandhult") == {ActorType.PERSON}


def test_an_even_split_leaves_the_rules_their_guess() -> None:
    """Where no kind has its share, or the network is unsure, nothing changes."""
    read = page(document(TEXT))
    assert typed(read, names("PER", "ORG", "ROLE")) == read
    assert typed(read, names("PER", "ROLE", "ROLE", probability=0.5)) == read


def test_a_state_stays_a_state() -> None:
    """The register knows its names better than the network."""
    read = page(document(TEXT))
    at = TEXT.index("France")
    assert types(typed(read, [FoundName(at, at + 6, "PER", 1.0)]), "France") == {ActorType.STATE}
