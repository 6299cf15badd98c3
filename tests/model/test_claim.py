"""Claims: none without evidence, none with an impossible number."""

from __future__ import annotations

import pytest

from watchfloor.model.claim import Figure, IncidentReport, Statement, StatementKind, Status, evidence_of
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.span import Span

SPAN = Span("d", 3, 9)


def test_a_claim_without_a_span_cannot_be_made() -> None:
    """A statement without content and a report without a trigger are refused: no fact without its evidence."""
    with pytest.raises(ValueError, match="no fact without its evidence"):
        Statement(id="s", document_id="d", reader="r", confidence=1.0, kind=StatementKind.DIRECT, content=())
    with pytest.raises(ValueError, match="no fact without its evidence"):
        IncidentReport(
            id="i",
            document_id="d",
            reader="r",
            confidence=1.0,
            type=IncidentType.ARSON,
            status=Status.OCCURRED,
            specific=True,
            triggers=(),
        )


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_a_confidence_is_a_probability(confidence: float) -> None:
    """Whatever does not lie in 0..1 is refused, and so is what is no number."""
    with pytest.raises(ValueError, match=r"0\.\.1"):
        Statement(
            id="s", document_id="d", reader="r", confidence=confidence, kind=StatementKind.DIRECT, content=(SPAN,)
        )


def test_a_range_does_not_end_below_its_start() -> None:
    """Eighty to seventy percent is refused."""
    with pytest.raises(ValueError, match="below its start"):
        Figure(
            id="f",
            document_id="d",
            reader="r",
            confidence=1.0,
            span=SPAN,
            value=80,
            value_high=70,
            unit="percent",
            of="",
        )


def test_the_evidence_of_a_broken_quotation_reaches_over_all_its_pieces() -> None:
    """From the first character of the first piece to the last of the last."""
    broken = Statement(
        id="s",
        document_id="d",
        reader="r",
        confidence=1.0,
        kind=StatementKind.DIRECT,
        content=(SPAN, Span("d", 20, 30)),
    )
    assert evidence_of(broken) == Span("d", 3, 30)
