"""Passages: the marked words are the document's own, character for character, whatever the text is like."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import exercise
from watchfloor.products.brief.evidence import Focus
from watchfloor.products.brief.passage import passage
from watchfloor.reading.text.sentence import sentences


@given(st.data(), st.text(alphabet="aB .\n\r“”…é\u05d0", min_size=1, max_size=400))
def test_marked_stretches_are_the_spans(data: st.DataObject, text: str) -> None:
    """Put together, the marked stretches are exactly the characters that the spans cover, each once."""
    document = exercise.document("any.txt", text)
    bounds = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda b: b[0] < b[1])
    spans = [document.span(*pair) for pair in data.draw(st.lists(bounds, min_size=1, max_size=4))]
    shown = passage(document, spans, sentences(document))
    covered = sorted({at for span in spans for at in range(span.start, span.end)})
    assert "".join(s.text for s in shown if s.focus is Focus.MARKED) == "".join(text[at] for at in covered)


def test_sentence_around_a_span_is_whole() -> None:
    """The sentence that holds the span is shown from its first to its last character, and the rest of its paragraph."""
    document = exercise.document("a.txt", "First one. The cable was cut off Harl. Last one.\n\nElsewhere.")
    shown = passage(document, [exercise.at(document, "was cut")], sentences(document))
    assert "".join(s.text for s in shown if s.focus is not Focus.PARAGRAPH) == "The cable was cut off Harl."
    assert "".join(s.text for s in shown) == "First one. The cable was cut off Harl. Last one."


def test_a_passage_of_distant_spans_leaps_over_what_lies_between() -> None:
    """Two mentions at the two ends of an article are shown without the article between them."""
    document = exercise.document("a.txt", f"It was cut. {'Other things went on. ' * 200}It was mended.")
    spans = [exercise.at(document, "cut"), exercise.at(document, "mended")]
    assert "".join(s.text for s in passage(document, spans, sentences(document))) == "It was cut. […] It was mended."


def test_passage_of_a_text_without_full_stops_stays_short() -> None:
    """A text without sentences is cut at word ends on both sides, with an ellipsis."""
    document = exercise.document("a.txt", f"{'word ' * 2000}cable {'word ' * 2000}")
    shown = "".join(s.text for s in passage(document, [exercise.at(document, "cable")], sentences(document)))
    assert len(shown) < 1600
    assert shown.startswith("… word")
    assert shown.endswith("word …")
