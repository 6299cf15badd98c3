"""Figures: which amounts a document states, and what they count. All sentences are invented for exercise."""

import json
from datetime import UTC, datetime
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.model.claim import Figure
from watchfloor.model.document import Document
from watchfloor.reading.figure.figure import figures
from watchfloor.reading.text.sentence import sentences

PRESS = Path(__file__).parents[4] / "shared" / "press"


def _document(text: str) -> Document:
    raw = text.encode(errors="surrogatepass")
    return Document(sha256(raw).hexdigest(), text, "exercise.txt", "text/plain", datetime(2026, 1, 1, tzinfo=UTC))


def _figures(text: str) -> tuple[Figure, ...]:
    document = _document(text)
    return figures(document, sentences(document), "test 1")


@pytest.mark.parametrize(
    ("text", "value", "high", "unit"),
    [
        ("Between 20% and 30% of the buoys drifted off.", 20, 30, "percent"),
        ("The fleet lost 20-30% of its buoys.", 20, 30, "percent"),
        ("They plan to spend 4% of GDP on dykes.", 4, None, "percent of GDP"),
        ("The repair cost $3.5 billion.", 3.5e9, None, "USD"),
        ("The repair cost €200m.", 2e8, None, "EUR"),
        ("The repair cost 400 million euros.", 4e8, None, "EUR"),
        ("The repair cost 2 to 3 million euros.", 2e6, 3e6, "EUR"),
        ("Two-thirds of the harbour was closed.", 66.7, None, "percent"),
        ("Twenty-three ferries stayed in port.", 23, None, "ferries"),
        ("A dozen ferries stayed in port.", 12, None, "ferries"),
        ("The anchor was dragged for 90 km.", 90, None, "kilometres"),
        ("The buoy is 200m wide.", 200, None, "metres"),
        ("A 600-ton barge ran aground.", 600, None, "tons"),
        ("The outage lasted three hours.", 3, None, "hours"),
        ("Police detained 14, the ministry said.", 14, None, "persons"),
        ("The outage lasted six and a half hours.", 6.5, None, "hours"),
        ("It may cost €6.5 billion to 7 billion.", 6.5e9, 7e9, "EUR"),
        ("The pilots flew two F-16s.", 2, None, "F-16s"),
        ("Shares fell by a third.", 33.3, None, "percent"),
        ("Twice as many ferries were late.", 2, None, "ratio"),
        ("The island of 12,000 inhabitants went dark.", 12_000, None, "persons"),
    ],
)
def test_an_amount_has_its_value_range_and_unit(text: str, value: float, high: float | None, unit: str) -> None:
    """Percentages, money, measures, fractions, ranges and counts are read with their unit."""
    (figure,) = _figures(text)
    assert (figure.value, figure.value_high, figure.unit) == (value, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        "On December 1 the harbour closed.",
        "The harbour closed on 1 December 2025.",
        "It has been closed since 2022, and in the 1990s too.",
        "The gates shut at 9:30 and opened at 4 p.m. local time.",
        "An F-35 and a Boeing 737 passed; Article 5 was not named.",
        "One of the ferries was late.",
        "The two ministers met for the second time.",
        "They seek a two-state solution.",
        "It was quiet in the first half of 2025.",
        "Updated: 2017-09-15 21:45.",
        "Resolution 2397 names Room 12.",
    ],
)
def test_dates_names_and_pointers_are_no_figures(text: str) -> None:
    """Days, years, clock times, numbers in names and "the two" state no amount."""
    assert _figures(text) == ()


def test_a_count_without_a_number_has_no_value() -> None:
    """A count of dozens more is a figure that has no value of its own."""
    figure = _figures("The squall injured at least six sailors and dozens more on shore.")[1]
    assert figure.value is None
    assert figure.approx


@pytest.mark.parametrize("word", ["about", "nearly", "at least", "more than", "up to", "some", "around", "almost"])
def test_softened_amounts_are_approximate(word: str) -> None:
    """A softening word makes the figure approximate and lies in its span."""
    text = f"The port said {word} 40 ferries were late."
    (figure,) = _figures(text)
    assert figure.approx
    assert text[figure.span.start : figure.span.end] == f"{word} 40 ferries"


def test_the_verb_says_what_befell_the_counted() -> None:
    """What is counted carries the fate that stands before the number, so that two counts can be told apart."""
    killed, wounded = _figures("The blast killed four dockers and wounded at least 20.")
    assert (killed.of, killed.value) == ("dockers killed", 4)
    assert (wounded.of, wounded.unit) == ("wounded", "persons")


def test_figures_are_left_to_the_narrator_and_named_by_document_and_offset() -> None:
    """An id tells document and offset; who asserts a figure is not for this reader to say."""
    document = _document("The port said 40 ferries were late.")
    (figure,) = figures(document, sentences(document), "test 1")
    assert figure.id == f"{document.short_id}:F{figure.span.start}"
    assert (figure.asserted_by, figure.reader) == ("narrator", "test 1")


_FRAGMENTS = st.lists(
    st.sampled_from(
        [
            "12",
            "$",
            "3.5",
            "%",
            "million",
            "half",
            "a",
            "to",
            "-",
            "between",
            "and",
            "of",
            "GDP",
            "dozens",
            "km",
            ",",
            ".",
            " ",
        ]
    )
    | st.text(max_size=3)
)


@given(_FRAGMENTS.map(" ".join))
def test_every_figure_lies_in_its_document(text: str) -> None:
    """On arbitrary text nothing is raised, spans lie in the document and none overlaps the next."""
    found = _figures(text)
    assert all(figure.span.end <= len(text) and figure.of for figure in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.skipif(not PRESS.is_dir(), reason="needs the annotated stories of ../shared/press")
def test_the_annotated_figures_are_found() -> None:
    """Over all annotated stories, at least four in five figures are found with their value, with few beside them."""
    right = found = wanted = 0
    for story in sorted(path.parent for path in PRESS.glob("*/gold.json")):
        gold = json.loads((story / "gold.json").read_text(encoding="utf-8"))
        for entry in gold["documents"]:
            document = _document((story / entry["path"]).read_bytes().decode())
            read = figures(document, sentences(document), "test 1")
            expected = [figure for figure in gold["figures"] if figure["doc"] == entry["id"]]
            right += sum(any(_same(figure, one) for figure in read) for one in expected)
            found, wanted = found + len(read), wanted + len(expected)
    assert 2 * right / (found + wanted) >= 0.8


def _same(figure: Figure, gold: dict[str, list[int] | float]) -> bool:
    start, end = gold["span"]  # type: ignore[misc]  # JSON: a span is a pair
    return figure.span.start < end and start < figure.span.end and figure.value == gold["value"]
