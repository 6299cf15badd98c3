"""Names are read from UNER's columns with their offsets, and counted by exact span and kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from names import Sentence, measure, sentences

TWO = """\
# sent_id = exercise-1
# text = Ada Exer left Norhaven-on-Sea.
1\tAda\tB-PER\t-\t-
2\tExer\tI-PER\t-\t-
3\tleft\tO\t-\t-
4\tNorhaven-on-Sea\tB-LOC\t-\t-
5\t.\tO\t-\t-

# sent_id = exercise-2
# text = Exerlink Exerport Gazette (Tues)
1\tExerlink\tB-ORG\t-\t-
2\tExerport\tB-ORG\t-\t-
3\tGazette\tI-ORG\t-\t-
4\t(\tO\t-\t-
5\tTues\tB-OTHER\t-\t-
6\t)\tO\t-\t-
"""


@pytest.fixture
def two(tmp_path: Path) -> list[Sentence]:
    """Two invented sentences in UNER's columns."""
    path = tmp_path / "exercise.iob2"
    path.write_text(TWO, encoding="utf-8")
    return sentences(path)


def test_spans_are_those_of_the_text(two: list[Sentence]) -> None:
    """Each name covers its words in the text, two that touch stay two, and kinds other than the three are left out."""
    named = [{(s.text[start:end], kind) for start, end, kind in s.names} for s in two]
    assert named == [
        {("Ada Exer", "PER"), ("Norhaven-on-Sea", "LOC")},
        {("Exerlink", "ORG"), ("Exerport Gazette", "ORG")},
    ]


def test_the_truth_scores_one_and_silence_nothing(two: list[Sentence]) -> None:
    """Every figure of the annotation against itself is 1; a reading that finds nothing has 0 and does not fail."""
    right = measure("exercise", two, [s.names for s in two]).figures
    assert {right[key] for key in ("p", "r", "f1", "per_f1", "org_f1", "loc_f1")} == {1.0}
    assert measure("exercise", two, [frozenset(), frozenset()]).figures["f1"] == 0.0


def test_only_the_same_span_of_the_same_kind_counts(two: list[Sentence]) -> None:
    """A name too short, one of another kind and one in another sentence are each wrong twice: found wrongly and missed."""
    short = frozenset({(0, 3, "PER")})
    other = frozenset((start, end, "PER") for start, end, _ in two[1].names)
    assert measure("exercise", two, [short, other]).figures["f1"] == 0.0
    assert measure("exercise", two, [two[1].names, two[0].names]).figures["f1"] == 0.0
    half = measure("exercise", two, [two[0].names, frozenset()]).figures
    assert (half["p"], half["r"], half["f1"]) == (1.0, 0.5, round(2 / 3, 4))


def test_the_digest_follows_the_annotation(two: list[Sentence]) -> None:
    """A name more or less, or another text, makes another set."""
    bare = [Sentence(s.text, frozenset()) for s in two]
    digests = {measure("exercise", each, [frozenset()] * 2).digest for each in (two, bare, two[::-1])}
    assert len(digests) == 3


def test_columns_that_do_not_fit_their_text_are_refused(tmp_path: Path) -> None:
    """A token that the text does not hold is an error and never a shifted span."""
    path = tmp_path / "broken.iob2"
    path.write_text("# text = Exerport\n1\tNorhaven\tB-LOC\t-\t-\n", encoding="utf-8")
    with pytest.raises(ValueError, match="substring"):
        sentences(path)
