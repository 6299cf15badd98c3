"""Mentions: names with their titles, descriptions by role, pronouns and lists."""

from __future__ import annotations

import pytest

from invented import document
from watchfloor.model.actor import ActorType
from watchfloor.reading.actor.mention import MentionKind
from watchfloor.reading.passage import page


def mentioned(text: str) -> dict[str, tuple[MentionKind, ActorType]]:
    """The mentions of an invented text, by their words."""
    read = page(document(text))
    return {text[m.start : m.end]: (m.kind, m.type) for p in read.passages for m in p.mentions}


@pytest.mark.parametrize(
    ("text", "words", "kind", "actor_type"),
    [
        ("Then Admiral Orla Venn spoke.", "Admiral Orla Venn", MentionKind.NAME, ActorType.PERSON),
        ("On Monday NATO met.", "NATO", MentionKind.NAME, ActorType.ALLIANCE),
        ("It came from Poland.", "Poland", MentionKind.NAME, ActorType.STATE),
        ("He told the Harbour Times this.", "Harbour Times", MentionKind.NAME, ActorType.ORGANISATION),
        ("A senior Baltic diplomat spoke.", "A senior Baltic diplomat", MentionKind.ROLE, ActorType.ANONYMOUS),
        (
            "The alliance's top military officer spoke.",
            "The alliance's top military officer",
            MentionKind.ROLE,
            ActorType.PERSON,
        ),
        ("It hit several western officials.", "several western officials", MentionKind.ROLE, ActorType.ANONYMOUS),
        ("Then the ambassador to Belgium spoke.", "the ambassador to Belgium", MentionKind.ROLE, ActorType.PERSON),
        ("Then port spokeswoman Ida Rask spoke.", "port spokeswoman Ida Rask", MentionKind.NAME, ActorType.PERSON),
        ("Then she spoke.", "she", MentionKind.PRONOUN, ActorType.PERSON),
        (
            "So Germany, France and Lithuania warned.",
            "Germany, France and Lithuania",
            MentionKind.NAME,
            ActorType.GROUP,
        ),
    ],
)
def test_what_refers_to_an_actor(text: str, words: str, kind: MentionKind, actor_type: ActorType) -> None:
    """Each phrase is one mention, of its kind and type."""
    assert mentioned(text).get(words) == (kind, actor_type)


@pytest.mark.parametrize(
    "text",
    [
        "“We’re cold,” it said.",
        "The Baltic Sea froze.",
        "On Monday it rained.",
        "The Polish winter came.",
        "A major storm came.",
        "Since World War Two it rained.",
    ],
)
def test_what_refers_to_no_actor(text: str) -> None:
    """Seas, days, adjectives of nationality and ranks used as adjectives are no actors."""
    assert not {kind for kind, _ in mentioned(text).values()} - {MentionKind.PRONOUN}


def test_a_headline_in_capitals_names_only_what_the_text_names() -> None:
    """Title case proves nothing: a word of a headline is a name where the article or the register knows it."""
    found = mentioned("Harbour Chiefs Demand Answers Over Ida Rask\nThe port asked Ida Rask on Monday.")
    assert "Ida Rask" in found
    assert not any("Demand" in words or "Answers" in words for words in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police Inspector Jens Holm spoke.", "Jens Holm"),
        ("Then Riga Police Chief Jari Lund spoke.", "Jari Lund"),
        ("Then Finnish Police Director General Ilkka Lund spoke.", "Ilkka Lund"),
        ("Harbour spokesman Jan Novak spoke.", "Jan Novak"),
        ("Norwegian Ambassador to the United Nations Ida Rask spoke.", "Ida Rask"),
        ("The representative of the Ministry of Harbours of Norway Ida Rask spoke.", "Ida Rask"),
        ("Poland's deputy harbour affairs minister Ida Rask spoke.", "Ida Rask"),
        ("Then President Ida Q. Rask spoke.", "Ida Q. Rask"),
        ("Then Jan Holm accused President Ida Rask of it.", "Jan Holm"),
        ("Then Mayor Jan Holm accused President Ida Rask of it.", "Ida Rask"),
        ("Then Jan O. P. Holm left.", "Jan O. P. Holm"),
    ],
)
def test_offices_before_a_name_are_no_part_of_it(text: str, name: str) -> None:
    """However many words an office has, the name is what follows them."""
    read = page(document(text))
    assert name in {m.name for p in read.passages for m in p.mentions}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "A spokesman for the Danish special harbour ministry spoke.",
            "A spokesman for the Danish special harbour ministry",
        ),
        ("A spokesman for the Norland foreign ministry spoke.", "A spokesman for the Norland foreign ministry"),
        ("Then Denmark's digital affairs minister spoke.", "Denmark's digital affairs minister"),
        ("Then the deputy health minister spoke.", "the deputy health minister"),
        ("Then the vice-chairman of the Harbour Council spoke.", "the vice-chairman of the Harbour Council"),
        ("A Danish jury convicted two men.", "A Danish jury"),
        ("Then the ministers of Norway, Denmark, and Poland left.", "the ministers of Norway, Denmark, and Poland"),
    ],
)
def test_an_office_is_taken_whole(text: str, words: str) -> None:
    """The field of a minister and the body of a spokesman belong to their description."""
    assert words in mentioned(text)


@pytest.mark.parametrize(
    "text",
    ["Then Orla May left.", "So Mrs May left.", "In 2019 Ajmal Jan left.", "The Danish Prime Minister Orla May left."],
)
def test_a_month_may_end_a_name(text: str) -> None:
    """After a given name or a title, and before no number, a month is a family name."""
    assert any(words.endswith(("May", "Jan")) for words in mentioned(text))


@pytest.mark.parametrize(
    "text", ["Then Orla left on Monday May 4.", "He left Riga May 4.", "In Orla May 2019 was cold."]
)
def test_a_month_with_a_number_ends_no_name(text: str) -> None:
    """Before a day or a year a month is a month."""
    assert not any("May" in words for words in mentioned(text))


def test_a_state_with_a_possessor_in_its_name_is_one_name() -> None:
    """A republic "of the people" is no office of a person called Republic."""
    found = mentioned("On Monday the Democratic People's Republic of Korea spoke.")
    assert found["Democratic People's Republic of Korea"] == (MentionKind.NAME, ActorType.STATE)


@pytest.mark.parametrize(
    ("text", "writes"),
    [
        ("Drones shut the harbour, says minister By Jonas Marik, Harbour Press", True),
        ("Drones shut the harbour By Jonas Marik", True),
        ("Drones Shut The Harbour By Jonas Marik, Harbour Press", True),
        ("Harbour Union Offer Turned Down By Jonas Marik", False),
        ("By Jonas Marik’s own account the harbour was open.", False),
        ("The harbour was shut by Jonas Marik on Monday.", False),
    ],
)
def test_who_wrote_it_is_no_mention(text: str, writes: bool) -> None:
    """A byline glued to a headline names nobody of the story; a headline in capitals may tell by whom something was done."""
    read = page(document(f"{text}\n\nThen the mayor met Jonas Marik there."))
    assert [m.name for p in read.passages for m in p.mentions].count("Jonas Marik") == (1 if writes else 2)
