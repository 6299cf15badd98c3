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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Then Chinese President Venn Orla left. Later Venn spoke.", "Venn"),
        ("Then Venn Orla, a local shopkeeper, left. Later Venn spoke.", "Venn"),
    ],
)
def test_a_family_name_may_stand_first(text: str, words: str) -> None:
    """Where the document introduces a person, the first word of the name alone means that person too."""
    assert meant(text, words) == "Venn Orla"


def test_what_is_not_introduced_as_a_person_keeps_its_first_word() -> None:
    """A run of capitals that nothing shows to be a person doesn't swallow the body with whose name it begins."""
    for text in (
        "Then Harborix denied it. So Harborix Account denied it.",
        "Then Harborix denied it. So the official Harborix Account denied it. Then Harborix left.",
    ):
        assert meant(text, "Harborix") == "Harborix"


@pytest.mark.parametrize(
    ("text", "words", "antecedent"),
    [
        ("A NATO spokesman left. Then the NATO spokesperson spoke.", "the NATO spokesperson", "A NATO spokesman"),
        ("A senior Baltic diplomat left. The diplomat spoke.", "The diplomat", "A senior Baltic diplomat"),
        (
            "The diplomatic sources within the Atlantic Alliance spoke. The same sources left.",
            "The same sources",
            "The diplomatic sources within the Atlantic Alliance",
        ),
    ],
)
def test_a_description_finds_the_unnamed_source_before_it(text: str, words: str, antecedent: str) -> None:
    """A definite description that says nothing new means the latest source that it fits."""
    assert meant(text, words) == meant(text, antecedent)


def test_a_description_that_says_something_new_is_another_source() -> None:
    """An official of another country, or a deputy, is not the one before."""
    text = "A senior Baltic diplomat left. The Nordic diplomat spoke."
    assert meant(text, "The Nordic diplomat") != meant(text, "A senior Baltic diplomat")


def test_the_same_office_goes_before_the_same_field() -> None:
    """The minister is whom the text called one, though another of the government was named since."""
    text = "Then Foreign Minister Orla Venn accused King Ida Rask of idleness. Later the minister left."
    assert meant(text, "the minister") == "Orla Venn"


@pytest.mark.parametrize(
    ("words", "name"),
    [("the Westport senator", "Orla Venn"), ("the senator", "Orla Venn"), ("the president", "Ida Rask")],
)
def test_nobody_holds_two_offices(words: str, name: str) -> None:
    """A senator is whom the text has called one, be it by "Sen.", and never the president named after her."""
    text = f"Then Sen. Orla Venn criticised President Ida Rask. Later {words} left."
    assert meant(text, words) == name


def test_a_foreign_ministry_speaks_by_diplomats() -> None:
    """Whoever speaks for a foreign ministry may be called a diplomat afterwards."""
    text = "Then Orla Venn, a spokeswoman for the Norland foreign ministry, left. The diplomat spoke."
    assert meant(text, "The diplomat") == "Orla Venn"


def test_a_bare_description_that_nothing_resolves_is_nobody_known() -> None:
    """A noun that finds nobody is an unnamed source, and no person whom the document names."""
    found = cast(page(document("On Monday it rained. The diplomat spoke.")))
    assert [actor.type for actor in found.actors] == [ActorType.ANONYMOUS]


@pytest.mark.parametrize("other", ["CNBC", "the US Census Bureau"])
def test_the_company_is_no_medium_and_no_public_body(other: str) -> None:
    """What a company says is not given to the station that reports it, nor to the bureau beside it."""
    text = f"Then Harborix denied it. Then {other} asked. The company denied it again."
    assert meant(text, "The company") == "Harborix"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Monday NATO met the press. Later Brussels refused it.", "NATO"),
        ("On Monday the EU met the press. Later Brussels refused it.", "European Union"),
        ("Then NATO met the EU. Later Brussels refused it.", "European Union"),
        ("It rained. Later Brussels refused it.", "European Union"),
    ],
)
def test_a_seat_stands_for_whom_its_text_has_named(text: str, name: str) -> None:
    """Of the Union and the alliance, both seated in Brussels, the one named last is meant; where none is, the Union."""
    assert meant(text, "Brussels") == name


def test_the_alliance_is_an_alliance_and_the_bloc_is_the_union() -> None:
    """Between the two nouns lies the difference, whichever was named last."""
    text = "Then NATO met the European Union. The alliance spoke. The bloc spoke. The alliance left."
    assert meant(text, "The alliance") == meant(text, "The alliance", 1) == "NATO"
    assert meant(text, "The bloc") == "European Union"


@pytest.mark.parametrize(
    "place",
    [
        "In Harlport, work stopped.",
        "Two ships sailed to Harlport.",
        "Work stopped near Harlport. Near Harlport it was dark.",
        "Munich closed its airport.",
    ],
)
def test_the_company_is_no_place(place: str) -> None:
    """What a company says is given to the last body named that can be one, not to a town or to where something happened."""
    assert (
        meant(f"EXERCISE. Then Harborix denied it. {place} The company denied it again.", "The company") == "Harborix"
    )


def spoken(text: str, speaker: str, words: str) -> str:
    """The name of the actor whom `words` means where `speaker` is known to speak."""
    start = text.index(speaker)
    read = page(document(text))
    found = cast(read, frozenset({(start, start + len(speaker))}))
    hit = next(m for p in read.passages for m in p.mentions if text[m.start : m.end] == words)
    return next(actor.name for actor in found.actors if actor.id == found.actor_of(hit))


def test_a_company_called_like_a_town_is_still_one() -> None:
    """A body that speaks is no town, whatever else has its name."""
    assert (
        spoken("Then Nokia denied it. In Harlport, work stopped. The company denied it.", "Nokia", "The company")
        == "Nokia"
    )


def test_pm_is_the_prime_minister_and_no_hour() -> None:
    """A PM without a name is a person of an office, "the Polish PM" whom the text named so, and neither the other; 5 PM is nobody."""
    text = "EXERCISE. Then Polish PM Orla Venn came at 5 PM. Danish PM said it was late. Then the Polish PM left."
    assert meant(text, "the Polish PM") == "Orla Venn"
    assert meant(text, "Danish PM") == "Danish PM"
    assert not [actor for actor in cast(page(document(text))).actors if "5" in actor.name or actor.name == "PM"]


def test_a_description_of_another_state_is_another_person() -> None:
    """The Danish minister is not the Polish one, though both are ministers; an envoy is whose they are, not where they are sent."""
    text = "EXERCISE. Polish minister Orla Venn came. Then the Danish minister left."
    assert meant(text, "the Danish minister") != "Orla Venn"
    envoy = "EXERCISE. Polish envoy Orla Venn came. Then the envoy to Denmark left."
    assert meant(envoy, "the envoy to Denmark") == "Orla Venn"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The European Union met. The NATO military alliance said it would act.", "The NATO military alliance", "NATO"),
        ("The Harbour Times wrote. The Danish newspaper said no.", "The Danish newspaper", "Danish newspaper"),
        ("NATO met. The Western alliance was late.", "The Western alliance", "NATO"),
        ("The owner of the Amber, New York-based Qarl, left.", "The owner of the Amber", "Qarl"),
    ],
)
def test_a_description_with_a_name_or_origin_means_no_other(text: str, words: str, name: str) -> None:
    """Whoever is named or placed by the description itself is not looked for among earlier actors."""
    assert meant(text, words) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Norland’s Defence Ministry met. Estonia’s Defence Ministry met.",
            "Estonia’s Defence Ministry",
            "Estonia’s Defence Ministry",
        ),
        ("Estonia’s Defence Ministry met. The ministry left.", "The ministry", "Estonia’s Defence Ministry"),
        (
            "Estonia’s Defence Ministry met. Then the Defence Ministry left.",
            "Defence Ministry",
            "Estonia’s Defence Ministry",
        ),
        ("Qarl, Estonia's power grid operator, has left.", "Estonia's power grid operator", "Qarl"),
        (
            "The German Prosecutor General's Office met. The prosecutor's office left.",
            "The prosecutor's office",
            "German Prosecutor General's Office",
        ),
        ("President Theresa May met. May said no.", "May", "Theresa May"),
        ("President Ursula von der Rask met. Ms von der Rask left.", "Ms von der Rask", "Ursula von der Rask"),
        ("The foreign minister of Estonia Orla Rask met. Rask left.", "Rask", "Orla Rask"),
        ("NATO Secretary-General Orla Rask met. Rask left.", "Rask", "Orla Rask"),
        ("It rained.\n\nNATO Secretary-General Orla Rask met.", "NATO Secretary-General Orla Rask", "Orla Rask"),
    ],
)
def test_bodies_and_persons_under_parts_of_their_names(text: str, words: str, name: str) -> None:
    """A state's ministry is its own, a firm bears its description, a family name may be a month's or begin small."""
    assert meant(text, words) == name
