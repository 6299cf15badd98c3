"""Places: where a document says that something is. All sentences are invented for exercise."""

import json
from datetime import UTC, datetime
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.model.document import Document
from watchfloor.model.where import PlacePrecision, Where
from watchfloor.reading.place.place import places
from watchfloor.reading.text.sentence import sentences

PRESS = Path(__file__).parents[4] / "shared" / "press"


def _document(text: str) -> Document:
    raw = text.encode(errors="surrogatepass")
    return Document(sha256(raw).hexdigest(), text, "exercise.txt", "text/plain", datetime(2026, 1, 1, tzinfo=UTC))


def _places(text: str) -> tuple[Where, ...]:
    document = _document(text)
    return places(document, sentences(document))


@pytest.mark.parametrize(
    ("text", "words", "country", "precision"),
    [
        ("A buoy drifted off in Poland.", "Poland", "PL", PlacePrecision.COUNTRY),
        ("A kite crossed into Polish airspace.", "Polish airspace", "PL", PlacePrecision.COUNTRY),
        ("A kite crossed into NATO airspace.", "NATO airspace", None, PlacePrecision.MULTINATIONAL),
        ("A shed burned in east London.", "east London", "GB", PlacePrecision.CITY),
        ("A buoy was found near Riga.", "Riga", "LV", PlacePrecision.CITY),
        ("A cable in the Baltic Sea was cut.", "Baltic Sea", None, PlacePrecision.SEA),
        ("A ship sat in the Kattegat.", "Kattegat", None, PlacePrecision.SEA),
        ("A shed burned in the Donetsk region.", "Donetsk region", "UA", PlacePrecision.REGION),
        ("The lights went out across Europe.", "Europe", None, PlacePrecision.MULTINATIONAL),
        ("Kites closed Copenhagen Airport.", "Copenhagen Airport", "DK", PlacePrecision.SITE),
        ("A drone was seen over Denmark.", "Denmark", "DK", PlacePrecision.COUNTRY),
        ("The fog lay in the Ukrainian city of Pokrovsk.", "Pokrovsk", "UA", PlacePrecision.CITY),
        ("The fog lay off the coast of Estonia.", "Estonia", "EE", PlacePrecision.COUNTRY),
        ("Estonia's coast lay in fog.", "Estonia", "EE", PlacePrecision.COUNTRY),
    ],
)
def test_a_place_is_found_with_country_and_kind(
    text: str, words: str, country: str | None, precision: PlacePrecision
) -> None:
    """States, towns, seas, regions, sites and territories, with the direction or noun that belongs to them."""
    (where,) = _places(text)
    assert text[where.span.start : where.span.end] == words
    assert (where.country, where.precision) == (country, precision)


@pytest.mark.parametrize(
    "text",
    [
        "Moscow denied it.",
        "Talks with Moscow stalled, and trust in Washington fell.",
        "Poland said the buoy was old.",
        "Paris Hilton sang for Jordan Peterson.",
        "The Washington Post and a Baltic diplomat wrote of it.",
        "It was Nice to keep Reading and Mobile calls Split.",
        "A White House statement named the Bank of England.",
        "US politics and the Pacific fleet were discussed.",
    ],
)
def test_actors_names_and_words_are_no_places(text: str) -> None:
    """Who speaks is no place, nor is a part of a name, an adjective or a common word."""
    assert _places(text) == ()


def test_a_list_of_places_is_read_to_its_end() -> None:
    """What a preposition says of the first name holds for the rest of the list, and for nobody after it."""
    found = _places("Buoys drifted off in Poland, Latvia and the Baltics, Sweden said.")
    assert [where.name for where in found] == ["Poland", "Latvia", "Baltics"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The cable between Finland and Estonia was cut.", ["Finland", "Estonia"]),
        ("The parcel was sent from Vilnius to Leipzig.", ["Vilnius", "Leipzig"]),
        ("They crossed from Belarus into Poland.", ["Belarus", "Poland"]),
        ("The fog lay over Riga, Latvia, on Monday.", ["Riga", "Latvia"]),
        ("The talks between Finland and Estonia failed.", []),
    ],
)
def test_ways_and_spans_name_both_their_ends(text: str, names: list[str]) -> None:
    """What runs between two states, or moves from one to another, is at both; what they talk about is at neither."""
    assert [where.name for where in _places(text)] == names


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The shed stood in Paris.", "FR"),
        ("The shed stood in Paris, Texas.", "US"),
        ("In Paris, the United States signed.", "FR"),
        ("The fair in Odesa, Ukraine, went on.", "UA"),
        ("The Belarusian guards stood in Brest.", "BY"),
        ("The French guards stood in Brest.", "FR"),
        ("British guards of a British firm met British guests. The British shed stood in Salisbury.", "GB"),
    ],
)
def test_namesakes_are_told_apart_by_country(text: str, country: str) -> None:
    """A country beside the name decides, then one that the document speaks of, then size."""
    assert _places(text)[0].country == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A boat sat over Estlink 1.", "Estlink 1"),
        ("A boat sat over the EstLink2 cable.", "Estlink 2"),
        ("A boat sat over Estlink.", "Estlink"),
        ("A boat sat over Estlink 650 days.", "Estlink"),
        ("A boat sat over Nord Stream 2 pipes.", "Nord Stream 2"),
    ],
)
def test_a_number_tells_cables_of_one_name_apart(text: str, name: str) -> None:
    """A name with its number is that cable, the bare name neither, and a count behind it no part of the name."""
    assert [where.name for where in _places(text)] == [name]


def test_coordinates_lie_where_the_place_is() -> None:
    """Riga and the Gulf of Finland are found within a degree of where any atlas has them."""
    riga, gulf = _places("Ice lay in Riga and on the Gulf of Finland.")
    for where, latitude, longitude in ((riga, 56.95, 24.1), (gulf, 59.8, 26)):
        assert where.latitude is not None
        assert where.longitude is not None
        assert abs(where.latitude - latitude) < 1
        assert abs(where.longitude - longitude) < 1


_WORDS = "in|the|Poland|Riga|,|and|Baltic|Sea|east|London|Polish|airspace|Moscow|said|of|city|'s|region|St.|U.S.|Paris|Texas|.|over"


@given(st.lists(st.sampled_from(_WORDS.split("|")) | st.text(max_size=3)).map(" ".join))
def test_places_lie_in_the_document_in_order(text: str) -> None:
    """On arbitrary text nothing is raised and no place overlaps the next."""
    found = _places(text)
    assert all(where.span.end <= len(text) for where in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.skipif(not PRESS.is_dir(), reason="needs the annotated stories of ../shared/press")
def test_most_annotated_places_are_found_with_their_country() -> None:
    """Of the places where annotated incidents happened, two in three are found and put into the right country."""
    right = wanted = 0
    for story in sorted(path.parent for path in PRESS.glob("*/gold.json")):
        gold = json.loads((story / "gold.json").read_text(encoding="utf-8"))
        for entry in gold["documents"]:
            document = _document((story / entry["path"]).read_bytes().decode())
            read = places(document, sentences(document))
            annotated = [w for i in gold["incidents"] if i["doc"] == entry["id"] for w in i["where"] if w["text"]]
            for start, end, country in {(*where["text"], where["country"]) for where in annotated}:
                near = [w for w in read if w.span.start < end and start < w.span.end]
                right += any(where.country == country for where in near)
                wanted += 1
    assert right / wanted >= 2 / 3
