"""Exact match: the baseline links what is the same word for word, and nothing else."""

from exact_match import linked

TEXTS = {"1": "The line was cut. Boats left.", "2": "“The line  was cut”. Boats left!", "3": "The cable was cut."}


def statement(name: str, doc: str, start: int, end: int) -> dict[str, object]:
    """A statement of one piece."""
    return {"id": name, "doc": doc, "content": [[start, end]]}


def test_equal_words_are_linked_whatever_their_marks_and_case() -> None:
    """Spaces, marks and letter case don't count; another word does."""
    record = {
        "statements": [
            statement("a", "1", 0, 16),
            statement("b", "2", 0, 19),
            statement("c", "3", 0, 17),
        ],
        "incidents": [],
    }
    assert linked(record, TEXTS)["same_statement"] == [["a", "b"]]


def test_incidents_need_one_type_as_well() -> None:
    """The same trigger of another type is another incident."""
    record = {
        "statements": [],
        "incidents": [
            {"id": "a", "doc": "1", "type": "other", "trigger": [[13, 16]]},
            {"id": "b", "doc": "3", "type": "other", "trigger": [[14, 17]]},
            {"id": "c", "doc": "3", "type": "subsea_cable_damage", "trigger": [[14, 17]]},
        ],
    }
    assert linked(record, TEXTS)["same_incident"] == [["a", "b"]]
