"""Credits: where an article says that it has something from somebody else's pages. Everything is an exercise."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from watchfloor.model.document import Document
from watchfloor.record.source.credit import CreditKind, credits_of


def _document(text: str) -> Document:
    return Document("e" * 64, text, "exercise", "text/plain", datetime(2031, 5, 2, tzinfo=UTC))


@pytest.mark.parametrize(
    ("text", "kind", "outlet", "words"),
    [
        (
            "EXERCISE. She told the Norland Gazette so.",
            CreditKind.INTERVIEW,
            "Norland Gazette",
            "told the Norland Gazette",
        ),
        (
            "EXERCISE. In an interview with the British newspaper Financial Times",
            CreditKind.INTERVIEW,
            "Financial Times",
            "interview with the British newspaper Financial Times",
        ),
        ("EXERCISE. In an EL MUNDO interview, she spoke.", CreditKind.INTERVIEW, "El Mundo", "EL MUNDO interview"),
        ("EXERCISE. Reuters first reported the cut.", CreditKind.REPORT, "Reuters", "Reuters first reported"),
        (
            "EXERCISE. According to state broadcaster NRK, a cable broke.",
            CreditKind.REPORT,
            "NRK",
            "According to state broadcaster NRK",
        ),
        (
            "EXERCISE. The cut, Politico's exclusive interview shows",
            CreditKind.INTERVIEW,
            "Politico",
            "Politico's exclusive interview",
        ),
        ("PORT ELIN, Norland (Reuters) - EXERCISE.", CreditKind.WIRE, "Reuters", "PORT ELIN, Norland (Reuters) -"),
        ("EXERCISE. The port is open. (AFP)", CreditKind.WIRE, "Agence France-Presse", "(AFP)"),
        ("EXERCISE. She wrote so on Telegram.", CreditKind.POST, "Telegram", "on Telegram"),
        ("EXERCISE. He tweeted that all is well.", CreditKind.POST, "Twitter", "tweeted"),
        (
            "EXERCISE. In an interview with Norland's Port TV, she spoke.",
            CreditKind.INTERVIEW,
            "Port TV",
            "interview with Norland's Port TV",
        ),
        (
            "EXERCISE. Originally published in El País.",
            CreditKind.TRANSLATION,
            "El País",
            "Originally published in El País",
        ),
        *(
            (f"EXERCISE. {text}", kind, outlet, words)
            for kind, outlet, words, text in (
                (
                    CreditKind.INTERVIEW,
                    "Kveldsposten",
                    "told the Norland daily Kveldsposten",
                    "She told the Norland daily Kveldsposten on Monday that all is well.",
                ),
                (
                    CreditKind.INTERVIEW,
                    "Le Monde",
                    "interview published on Monday by Le Monde",
                    "She spoke in an interview published on Monday by Le Monde.",
                ),
                (
                    CreditKind.INTERVIEW,
                    "Norland Gazette",
                    "interview, printed Sunday in the Norland Gazette",
                    "In the interview, printed Sunday in the Norland Gazette, she spoke.",
                ),
                (
                    CreditKind.REPORT,
                    "Interfax",
                    "quoted as saying by the Interfax",
                    "She was quoted as saying by the Interfax news agency that all is well.",
                ),
                (
                    CreditKind.REPORT,
                    "The Norland Gazette",
                    "The Norland Gazette, a weekly in Elin, wrote",
                    "The Norland Gazette, a weekly in Elin, wrote so.",
                ),
                (
                    CreditKind.REPORT,
                    "Interfax",
                    "Interfax news agency quoted",
                    "The Interfax news agency quoted her so.",
                ),
                (
                    CreditKind.REPORT,
                    "The Norland Gazette",
                    "The Norland Gazette was first to report",
                    "The Norland Gazette was first to report the cut.",
                ),
                (
                    CreditKind.REPORT,
                    "Norland Gazette",
                    "first published by the Norland Gazette",
                    "The figures, first published by the Norland Gazette, are old.",
                ),
                (
                    CreditKind.REPORT,
                    "BBC",
                    "translation by the BBC",
                    "“All is well,” she said, according to a translation by the BBC.",
                ),
                (
                    CreditKind.REPORT,
                    "Norland Gazette",
                    "writes the Norland Gazette",
                    "All is well, writes the Norland Gazette.",
                ),
                (
                    CreditKind.TRANSLATION,
                    "Norland Gazette",
                    "first appeared in the Norland Gazette",
                    "This article first appeared in the Norland Gazette.",
                ),
                (
                    CreditKind.TRANSLATION,
                    "Norland Gazette",
                    "Translated from the Sudish original in the Norland Gazette",
                    "(Translated from the Sudish original in the Norland Gazette)",
                ),
                (
                    CreditKind.TRANSLATION,
                    "Norland Gazette",
                    "appeared in the Norland Gazette",
                    "A longer version of this text appeared in the Norland Gazette.",
                ),
                (
                    CreditKind.WIRE,
                    "Norland Gazette",
                    "Source: Norland Gazette",
                    "All is well.\nSource: Norland Gazette",
                ),
            )
        ),
    ],
)
def test_a_credit_is_found_on_its_words(text: str, kind: CreditKind, outlet: str, words: str) -> None:
    """Each form of credit gives its kind, the outlet's usual name, and the span of the words."""
    document = _document(text)
    (found,) = credits_of(document)
    assert (found.kind, found.outlet, document.quote(found.span)) == (kind, outlet, words)


@pytest.mark.parametrize(
    "text",
    [
        "EXERCISE. She told reporters that the port is open.",
        "EXERCISE. He told parliament; the Gazette stayed away.",
        "EXERCISE. He told them that Reuters buildings are safe.",
        "EXERCISE. According to the Norland Post Office, letters are late.",
        "EXERCISE. The interview with Tove Berg was long.",
        "EXERCISE. Reuters employs many.",
        "EXERCISE. He told the agency Norland would pay for it.",
        "EXERCISE. He told the newspaper Tuesday that all is well.",
        "EXERCISE. The word, translated from Polish, means a port.",
    ],
)
def test_no_credit_where_no_outlet_is_credited(text: str) -> None:
    """A name that no form of credit governs, and a hearer who is no outlet, give none."""
    assert credits_of(_document(text)) == ()


def test_furniture_credits_nobody() -> None:
    """A line of the page around the article is no credit."""
    text = "EXERCISE. The port is open.\nRead next: Berg told the Norland Gazette"
    document = Document(
        "e" * 64, text, "exercise", "text/plain", datetime(2031, 5, 2, tzinfo=UTC), furniture=((28, len(text)),)
    )
    assert credits_of(document) == ()


def test_the_sentence_around_a_credit_ends_at_its_full_stop() -> None:
    """What is credited is one sentence and not the whole paragraph."""
    text = "EXERCISE. First one. Berg told Reuters so. “Next?” A line\nMore."
    (found,) = credits_of(_document(text))
    assert text[slice(*found.sentence)] == "Berg told Reuters so."
    text = "EXERCISE. The port is open. According to Reuters, the cable is cut. It rains."
    (found,) = credits_of(_document(text))
    assert text[slice(*found.sentence)] == "According to Reuters, the cable is cut."
