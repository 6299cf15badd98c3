"""The brief as one HTML file that needs nothing beside it: no network, no script, no font, no image.

In goes a Record, out comes the text of the page. Everything that comes from a document is escaped and isolated in its
direction; only http(s) addresses become links. A policy in the page lets no browser load or run anything; its own style
sheet is allowed by its hash. The note behind a line opens by its address alone (:target), and prints as a numbered note.
"""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING

from watchfloor.model.record import Record
from watchfloor.products.brief import brief_of
from watchfloor.products.brief.dating import day, span
from watchfloor.products.brief.ground import many
from watchfloor.products.brief.shape import Brief, Interval, Part
from watchfloor.products.brief.sourcing import graded
from watchfloor.products.signs import (
    HEDGE_SIGN,
    HEDGE_WORD,
    POLARITY_SIGN,
    gathered,
    groups,
    positions_in,
    status_sign,
    status_word,
    tally,
)

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = files("watchfloor.products") / "templates"
_SHOWN = {
    "disputes": 7,
    "sides": 4,
    "voices": 8,
    "sayings": 4,
    "incidents": 8,
    "blame": 10,
    "holders": 20,
    "issues": 3,
    "stances": 12,
    "figures": 14,
    "coverage": 15,
}
"""How many of each stand open before the rest is folded: chosen by eye so that five articles stay readable in ten minutes."""
_FOLD_OR_NOTE = re.compile(r'(<details\b)|(</details>)|href="#n(\d+)"')
_BAR = 100
"""Units that the drawn period is wide, in the drawing's own coordinates."""


def render(record: Record) -> str:
    """The page."""
    return page(brief_of(record))


def page(brief: Brief) -> str:
    """The page of a brief that has been composed already."""
    from markupsafe import Markup  # noqa: PLC0415 - comes with jinja2

    style = (_TEMPLATES / "brief.css").read_text(encoding="utf-8")
    notes = brief.notes
    numbers = {evidence: number for number, evidence in enumerate(notes, start=1)}
    environment = _environment()
    environment.globals["number"] = numbers.__getitem__
    main = environment.get_template("main.html.j2").render(brief=brief)
    return environment.get_template("brief.html.j2").render(
        brief=brief,
        main=Markup(main),  # noqa: S704 - the template's own output, escaped piece by piece
        notes=notes,
        open_notes=_in_the_open(main),
        style=style,
        style_digest=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )


def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - commands that print no brief start faster

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(lambda name: (_TEMPLATES / name).read_text(encoding="utf-8")),
        trim_blocks=False,
    )
    environment.globals |= {
        "limits": _SHOWN,
        "sections": _sections,
        "groups": groups,
        "tally": tally,
        "bar": _bar,
        "graded": graded,
        "many": many,
        "gathered": gathered,
        "status_sign": status_sign,
        "status_word": status_word,
        "polarity_sign": POLARITY_SIGN,
        "hedge_sign": HEDGE_SIGN,
        "hedge_word": HEDGE_WORD,
    }
    return environment


def _in_the_open(main: str) -> frozenset[int]:
    """The numbers of the notes that a line outside every fold refers to: the ones that print when nothing is unfolded."""
    depth, found = 0, set()
    for opening, closing, note in _FOLD_OR_NOTE.findall(main):
        depth += bool(opening) - bool(closing)
        if note and not depth:
            found.add(int(note))
    return frozenset(found)


def _sections(part: Part) -> tuple[tuple[str, str, int | None], ...]:
    """The sections of a part in their order: anchor, name, how many items."""
    return (
        ("facts", "Established", len(part.facts)),
        ("disputes", "Disagreements", len(part.disputes)),
        ("voices", "Who said what", sum(len(v.sayings) for v in part.voices)),
        ("incidents", "Incidents", len(part.events) + len(part.patterns) + len(part.context)),
        ("blame", "Blame", len(part.accusations)),
        ("positions", "Positions", positions_in(part)),
        ("figures", "Figures", sum(len(c.amounts) for c in part.counts)),
        ("coverage", "Coverage", len(part.matrix.rows)),
        ("sources", "Sources", len(part.sources)),
    )


def _bar(interval: Interval) -> str:
    """A range of dates drawn on the story's period; an open end runs to the end of the period."""
    from markupsafe import Markup  # noqa: PLC0415 - comes with jinja2

    start, end = interval.period
    days = max((end - start).days, 1)
    low = _BAR * _days(start, interval.first or start) / days
    high = _BAR * _days(start, interval.last or end) / days
    width = max(high - low, 2)
    first = day(interval.first) if interval.first else "open"
    last = day(interval.last) if interval.last else "open"
    return Markup(
        '<svg class="bar" viewBox="0 0 {width} 8" preserveAspectRatio="none" role="img" aria-label="{label}">'
        '<path class="axis" d="M0 4H{width}"/><rect class="range" x="{x:.1f}" y="1" width="{w:.1f}" height="6"/></svg>'
    ).format(width=_BAR, label=f"{first} to {last}, within {span(start, end)}", x=min(low, _BAR - 2), w=width)


def _days(start: date, value: date) -> int:
    return max((value - start).days, 0)
