"""Decisions: what people decided about the record that the brief is made of.

In goes the ground, out come the judgements that hold, those at odds first, with the sentences that they were made about. What was undone is for the log.
"""

from __future__ import annotations

from watchfloor.model.judgement import Held, Standing
from watchfloor.products.brief.dating import day
from watchfloor.products.brief.ground import Ground
from watchfloor.products.brief.shape import Ruling
from watchfloor.products.judgement_words import about, did, judged, standing

SHOWN = 40
"""Judgements in a brief: two pages. The log has all."""

_SENTENCES = 3
"""Sentences behind each of them; the log and `show` have the rest."""


def decisions(ground: Ground) -> tuple[tuple[Ruling, ...], int]:
    """The judgements that hold in whole or in part and those at odds, and how many more there are."""
    odds = {key for conflict in ground.record.conflicts for key in conflict.judgements}
    holding = [
        held
        for held in ground.record.judgements
        if held.id in odds or held.standing in {Standing.APPLIED, Standing.PARTLY}
    ]
    ordered = sorted(holding, key=lambda held: held.id not in odds)
    return tuple(_ruling(ground, held) for held in ordered[:SHOWN]), len(ordered[SHOWN:])


def _ruling(ground: Ground, held: Held) -> Ruling:
    made = held.judgement
    return Ruling(
        id=made.id,
        who=made.author,
        when=day(made.made_at.date()),
        did=did(made),
        about=tuple(about(subject) for subject in judged(made)),
        why=made.reason,
        standing=standing(held),
        at_odds=tuple(c.explain for c in ground.record.conflicts if made.id in c.judgements),
        evidence=ground.each_document(ground.chosen(item for item in held.items if item in ground.claims))[:_SENTENCES],
    )
