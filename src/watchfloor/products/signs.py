"""The signs and words that all renderers share, so that colour never carries a meaning alone."""

from __future__ import annotations

from collections.abc import Iterable

from watchfloor.model.claim import Hedge, Polarity, Status
from watchfloor.model.record import Strength
from watchfloor.products.brief.ground import many
from watchfloor.products.brief.shape import Happening, Part, Point

STATUS_SIGN = {
    Status.OCCURRED: "●",
    Status.ALLEGED: "◌",
    Status.DENIED: "⊘",
    Status.PLANNED: "▷",
    Status.HYPOTHETICAL: "?",
}
STATUS_WORD = {status: "stated as fact" if status is Status.OCCURRED else status.value for status in Status}
POLARITY_SIGN = {Polarity.FOR: "▲", Polarity.AGAINST: "▼", Polarity.OPEN: "◇", Polarity.MIXED: "◆"}
HEDGE_SIGN = {Hedge.ASSERTED: "●", Hedge.SUSPECTED: "◌", Hedge.LINKED: "–", Hedge.DENIED: "⊘"}
HEDGE_WORD = {Hedge.ASSERTED: "asserts", Hedge.SUSPECTED: "suspects", Hedge.LINKED: "links", Hedge.DENIED: "denies"}


def status_sign(happening: Happening) -> str:
    """The sign of how an event is reported: a full ring only where no report of it is alleged or denied."""
    mixed = happening.status is Status.OCCURRED and happening.also
    return STATUS_SIGN[Status.ALLEGED if mixed else happening.status]


def status_word(happening: Happening) -> str:
    """How an event is reported, in words: "reported, some as alleged" where not all reports state it as fact."""
    some = " and ".join(f"some as {status.value}" for status in happening.also)
    if happening.status is Status.OCCURRED and some:
        return f"reported, {some}"
    return f"{STATUS_WORD[happening.status]}, {some}" if some else STATUS_WORD[happening.status]


def tally(part: Part) -> str:
    """How many contradictions and tensions: "9 contradictions, which can't all be true, and 30 tensions."."""
    strong = sum(d.strength is Strength.CONTRADICTION for d in part.disputes)
    weak = len(part.disputes) - strong
    if not weak:
        return f"{many(strong, 'contradiction')}: not all sides can be true."
    if not strong:
        return f"{many(weak, 'tension')}: the sides can hardly all be true as they stand."
    return f"{many(strong, 'contradiction')}, where not all sides can be true, and {many(weak, 'tension')}."


SIDE = " / "
"""What stands between the sides of a disagreement in one line."""
_AT_THE_HEAD = frozenset({"the day", "the place"})


def gathered(points: Iterable[Point]) -> tuple[tuple[str, tuple[Point, ...]], ...]:
    """What accounts agree or differ on, each with those of its points whose values are to be shown: what they agree on at the head of the line is shown there."""
    under: dict[str, list[Point]] = {}
    for point in points:
        found = under.setdefault(point.what, [])
        if point.dispute or point.what not in _AT_THE_HEAD:
            found.append(point)
    return tuple((what, tuple(found)) for what, found in under.items())


def positions_in(part: Part) -> int:
    """How many positions a part shows: the filled cells of the grid, and the rows of the issues without a column."""
    filled = sum(cell is not None for row in part.grid.rows for cell in row.cells)
    return filled + sum(len(issue.stances) + issue.left_out for issue in part.issues)


def groups(part: Part) -> tuple[tuple[str, tuple[Happening, ...]], ...]:
    """The incidents under their headings, hybrid ones first and open war apart."""
    return (
        ("Hybrid events", part.events),
        ("Hybrid patterns, not counted as events", part.patterns),
        ("Context: acts of open war and other events", part.context),
    )
