"""Figures: numbers of many articles that count one thing, or not. Everything is an exercise."""

from __future__ import annotations

from desk import Desk, record_of


def counted(text: str, words: str, value: float, of: str, outlet: str = "Post") -> Desk:
    """An article with one figure."""
    desk = Desk(f"EXERCISE. {text} The ferry fire in the harbour of Amberholm is out.", outlet)
    desk.counts(words, value, of)
    return desk


def groups(*desks: Desk) -> list[int]:
    """How many figures each group has."""
    return [len(g.figures) for g in record_of(*desks).figure_groups]


def test_one_count_in_two_articles() -> None:
    """Two numbers of dead in one fire are one group, though the numbers differ."""
    first = counted(
        "The ferry fire at Amberholm killed three people.", "three people", 3, "people killed in the ferry fire"
    )
    second = counted("Five people died in the ferry fire at Amberholm.", "Five people", 5, "people", "Herald")
    assert groups(first, second) == [2]


def test_the_dead_are_not_the_wounded() -> None:
    """Different fates are different counts, however alike the sentences."""
    first = counted("The ferry fire at Amberholm killed three people.", "three people", 3, "people")
    second = counted("The ferry fire at Amberholm wounded five people.", "five people", 5, "people", "Herald")
    assert groups(first, second) == []


def test_a_part_is_not_the_whole() -> None:
    """Children among the wounded are another count than the wounded."""
    first = counted("The ferry fire at Amberholm wounded ten children.", "ten children", 10, "children")
    second = counted("The ferry fire at Amberholm wounded ninety people.", "ninety people", 90, "people", "Herald")
    assert groups(first, second) == []


def test_other_units_are_other_counts() -> None:
    """Persons and metres are never one group."""
    first = counted("The ferry fire at Amberholm hit 90 passengers.", "90", 90, "ferry fire at Amberholm")
    second = Desk(
        "EXERCISE. The ferry fire at Amberholm reached 90 metres. The ferry fire in the harbour of Amberholm is out."
    )
    second.counts("90", 90, "ferry fire at Amberholm", unit="metres")
    assert groups(first, second) == []
