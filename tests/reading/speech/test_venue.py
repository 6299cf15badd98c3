"""Where words first came out. Everything is an EXERCISE."""

from __future__ import annotations

import pytest

from claim_exercise import document
from watchfloor.reading.rules import RuleReader


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Nets will be cast,” Admiral Orla Venn told the Financial Times on Monday.", ["Financial Times"]),
        ("“Nets will be cast,” Admiral Orla Venn said. The remarks, made in an interview with the Financial Times, drew anger.", ["Financial Times"]),
        ("Admiral Orla Venn sat down for an interview with the Financial Times. “Nets will be cast,” she said.", ["Financial Times"]),
        ("“Nets will be cast,” Admiral Orla Venn said. The Financial Times was on sale nearby.", [None]),
    ],
)  # fmt: skip
def test_the_interview_of_the_words(text: str, expected: list[str | None]) -> None:
    """A venue stands with the words, in the sentence that leads to them, or in one that looks back at "the remarks"."""
    assert [
        s.via for s in RuleReader().read(document(text)).statements if "Nets" in document(text).quote(s.content[0])
    ] == expected
