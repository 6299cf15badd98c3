"""Overlooked names: who speaks under a name that the rules did not see. Everything is an exercise."""

import pytest

from invented import document
from watchfloor.reading.network.name_edges import FoundName
from watchfloor.reading.network.overlooked import LIKELY, with_overlooked
from watchfloor.reading.network.quotations import FoundStatement
from watchfloor.reading.passage import Page, page


def spoken(text: str, source: str, name: str, kind: str = "ORG", probability: float = 0.9) -> Page:
    """The page of `text` with what is overlooked in it, where `source` speaks and the network sees `name`."""
    said, at = text.index(source), text.index(name)
    statement = FoundStatement(((0, 1),), None, (said, said + len(source)), 1.0, ())
    return with_overlooked(page(document(text)), [FoundName(at, at + len(name), kind, probability)], [statement])


def named(read: Page) -> list[str | None]:
    """The names of the page's mentions, in order."""
    return [m.name for passage in read.passages for m in passage.mentions]


@pytest.mark.parametrize(
    ("text", "source", "name", "wanted"),
    [
        ("kelpJet said that it flies.", "kelpJet", "kelpJet", ["kelpJet"]),
        ("The kelpJet, a large carrier, said that it flies.", "The kelpJet, a large carrier", "kelpJet", ["kelpJet"]),
        ("Kelpby Airport said it was shut.", "Kelpby Airport", "Kelpby", ["Kelpby Airport"]),
    ],
)
def test_a_source_speaks_under_its_name(text: str, source: str, name: str, wanted: list[str]) -> None:
    """The name at the beginning of a source becomes a mention, with the capitalised words behind it."""
    found = named(spoken(text, source, name))
    assert [one for one in found if one] == wanted


def test_names_that_do_not_speak_are_left_to_the_rules() -> None:
    """A name in the midst of a source, outside of it, or unlikely to be one adds nothing."""
    text = "Clerks at kelpJet said that tideJet flies."
    before = named(page(document(text)))
    assert named(spoken(text, "Clerks at kelpJet", "kelpJet")) == before
    assert named(spoken(text, "Clerks at kelpJet", "tideJet")) == before
    assert named(spoken("kelpJet said so.", "kelpJet", "kelpJet", probability=LIKELY / 2)) == []
    assert named(spoken("kelpJet said so.", "kelpJet", "kelpJet", kind="ROLE")) == []


def test_an_origin_is_no_name() -> None:
    """Where somebody is from is not who speaks, whatever the network makes of the adjective."""
    text = "Finnish transport and harbour agency Traf said it was shut."
    found = named(spoken(text, "Finnish transport and harbour agency Traf", "Finnish"))
    assert "Finnish" not in found


def test_what_the_rules_saw_stays() -> None:
    """A name that touches a mention changes nothing."""
    assert spoken("France said so.", "France", "France") == page(document("France said so."))
