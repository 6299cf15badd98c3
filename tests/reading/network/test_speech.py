"""Speech: what the network found, with the mentions that its sources are."""

from __future__ import annotations

import pytest

from invented import document
from watchfloor.reading.network.quotations import FoundStatement
from watchfloor.reading.network.speech import attributions
from watchfloor.reading.passage import page


def span_in(text: str, words: str) -> tuple[int, int]:
    """Where the words stand in the text."""
    start = text.index(words)
    return start, start + len(words)


def found(text: str, content: str, cue: str, source: str) -> FoundStatement:
    """A statement as the network gives it, by its words."""
    return FoundStatement((span_in(text, content),), span_in(text, cue), span_in(text, source), 0.9, (), 0.8)


@pytest.mark.parametrize(
    ("source", "mention"),
    [
        ("Admiral Orla Venn, chair of the Harbour Committee,", "Admiral Orla Venn"),
        ("Norland’s coast guard", "Norland’s coast guard"),
        ("officials of the port", "officials"),
    ],
)
def test_a_source_is_the_mention_that_it_begins_with(source: str, mention: str) -> None:
    """An aside behind a name and an owner before a body do not take the place of who speaks."""
    text = f"Then {source} said that the cable was cut."
    one = attributions(page(document(text)), [found(text, "the cable was cut", "said", source)])[0]
    assert one.source is not None
    assert one.source.mention is not None
    assert text[one.source.mention.start : one.source.mention.end].startswith(mention)


def test_a_source_may_end_in_the_person_whom_it_describes() -> None:
    """A description that is no mention by itself belongs to the person named beside it, and not to the body that it names."""
    text = "Then the doyen of the Harbour Institute, Orla Venn, said that the cable was cut."
    given = found(text, "the cable was cut", "said", "the doyen of the Harbour Institute, Orla Venn")
    one = attributions(page(document(text)), [given])[0]
    assert one.source is not None
    assert one.source.mention is not None
    assert one.source.mention.name == "Orla Venn"


def test_an_example_of_those_who_speak_is_not_who_speaks() -> None:
    """What stands behind "including" is not the head of a source."""
    text = "Other large ports, including Norland’s, said that the cable was cut."
    given = found(text, "the cable was cut", "said", "Other large ports, including Norland’s")
    one = attributions(page(document(text)), [given])[0]
    assert one.source is not None
    assert one.source.mention is None


def test_a_headline_is_no_part_of_what_the_first_sentence_says() -> None:
    """Pieces in another paragraph go, quoted ones stay."""
    text = "Cables cut off Kelpby\n\nThree cables were cut, Ida Rask said.\n\n“They were old.”"
    parts = (span_in(text, "Cables cut"), span_in(text, "Three cables were cut"), span_in(text, "They were old"))
    given = FoundStatement(parts, span_in(text, "said"), span_in(text, "Ida Rask"), 0.9, (), 0.8)
    (one,) = attributions(page(document(text)), [given])
    assert [text[s:e] for s, e in one.content] == ["Three cables were cut", "They were old"]


@pytest.mark.parametrize("source", ["No group", "Nobody", "No one"])
def test_what_nobody_said_is_no_statement(source: str) -> None:
    """A source that says that nobody spoke makes no claim."""
    text = f"{source} has claimed responsibility for it."
    assert attributions(page(document(text)), [found(text, "responsibility", "has claimed", source)]) == ()


def test_marks_at_the_ends_are_trimmed_and_furniture_is_left_out() -> None:
    """A content keeps no comma at its end; one in a share bar is no statement."""
    text = "The cable was cut, Ida Rask said."
    statement = found(text, "The cable was cut,", "said", "Ida Rask")
    made = attributions(page(document(text)), [statement])
    assert [text[s:e] for s, e in made[0].content] == ["The cable was cut"]
    assert made[0].lemma == "say"
    assert made[0].confidence == 0.8
    assert attributions(page(document(text, furniture=((0, len(text)),))), [statement]) == ()


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("“It was late,”", "It was late"),
        ("“It was late", "It was late"),
        ("It was late,”", "It was late"),
        ("the “late” hour", "the “late” hour"),
        ("the hour was “late”", "the hour was “late”"),
        ("“Late” was the hour", "“Late” was the hour"),
        ("“Late” and “later”", "“Late” and “later”"),
    ],
)
def test_quotation_marks_stay_only_inside(content: str, kept: str) -> None:
    """Marks around the whole or without a partner are no part of the content; marks around some of its words are."""
    text = f"Ida Rask said {content} yesterday."
    made = attributions(page(document(text)), [found(text, content, "said", "Ida Rask")])
    assert [text[s:e] for s, e in made[0].content] == [kept]


@pytest.mark.parametrize(
    ("text", "content", "cue", "kept"),
    [
        ("Blast shuts the harbour\n\nDivers found nothing, Ida Rask said.", "Blast shuts the harbour\n\nDivers found nothing", "said", ["Divers found nothing"]),
        ("Ida Rask said the cable was cut\n\nDivers are at sea.", "the cable was cut\n\nDivers are at sea", "said", ["the cable was cut"]),
        ("Blast\n\nDivers found nothing at all there.", "Blast\n\nDivers found nothing at all there", None, ["Divers found nothing at all there"]),
        ("Ida Rask said: “It was cut.\n\n“Nobody saw it.”", "“It was cut.\n\n“Nobody saw it.”", "said", ["It was cut", "Nobody saw it"]),
        ('Ida Rask said: "It was cut.\n\n"Nobody saw it."', '"It was cut.\n\n"Nobody saw it."', "said", ["It was cut", "Nobody saw it"]),
    ],
)  # fmt: skip
def test_a_saying_ends_with_its_paragraph_unless_the_quotation_runs_on(
    text: str, content: str, cue: str | None, kept: list[str]
) -> None:
    """A headline without a full stop is no part of the first sentence's saying; a quotation over two paragraphs is one, without the mark that opens the second."""
    start = text.index(content)
    at = (text.index(cue), text.index(cue) + len(cue)) if cue else None
    one = FoundStatement(((start, start + len(content)),), at, None, 0.9, (), 0.8)
    (made,) = attributions(page(document(text)), [one])
    assert [text[s:e] for s, e in made.content] == kept


@pytest.mark.parametrize(("content", "stays"), [("This", False), ("it", False), ("This vote", True)])
def test_a_content_that_is_only_a_pronoun_says_nothing(content: str, stays: bool) -> None:
    """What "this was rejected" leaves beside its cue is no statement."""
    text = f"Then {content} was rejected by Orla Venn."
    given = found(text, content, "was rejected", "Orla Venn")
    assert bool(attributions(page(document(text)), [given])) is stays
