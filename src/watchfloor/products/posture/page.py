"""A study as one HTML page that needs nothing beside it: no network, no script, no font, no image file.

In goes a Study, out comes the text of the page. Charts are drawn as SVG when the page is made, each with its table beneath.
Whatever comes from a scenario file is escaped; a policy in the page lets no browser load or run anything.
"""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from watchfloor import __version__
from watchfloor.assessment.posture.outcome import JUDGED, Outcome
from watchfloor.assessment.posture.study import Study
from watchfloor.products.posture import charts, findings
from watchfloor.products.posture.words import amount, assumption, percent, span

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

TEMPLATES = files("watchfloor.products.posture") / "templates"
DRAWN = (Outcome.SUCCEEDED, Outcome.BURDEN, Outcome.WRONGFUL, Outcome.NO_CONSENSUS, Outcome.ESCALATIONS)
"""The outcomes with a chart of their own; the others are in the table of all."""
EXPLAINED = (Outcome.SUCCEEDED, Outcome.BURDEN, Outcome.ESCALATIONS)
"""The outcomes whose deciding assumptions are drawn; those of the others are in the JSON."""


def render(study: Study) -> str:
    """The page."""
    style = (TEMPLATES / "study.css").read_text(encoding="utf-8")
    return (
        environment()
        .get_template("study.html.j2")
        .render(
            study=study,
            scenario=study.scenario,
            comparison=study.comparison,
            outcomes=tuple(Outcome),
            judged=JUDGED,
            drawn=DRAWN,
            explained=EXPLAINED,
            names=[one.name for one in study.scenario.postures],
            spreads={(one.posture, one.outcome): one for one in study.comparison.spreads},
            regrets={(one.posture, one.outcome): one for one in study.comparison.regrets},
            findings=findings,
            version=__version__,
            chart=_Charts(study),
            style=style,
            style_digest=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        )
    )


def environment() -> Environment:
    """The templates of the posture pages, which escape whatever they are given."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - commands that print no page start faster

    made = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=FunctionLoader(lambda name: (TEMPLATES / name).read_text(encoding="utf-8")),
    )
    made.filters |= {"amount": amount, "percent": percent, "assumption": assumption, "span": span}
    return made


class _Charts:
    """The drawings of a study, each made when the template asks for it."""

    def __init__(self, study: Study) -> None:
        self._study = study

    def spread(self, outcome: Outcome) -> Markup:
        return _drawn(
            charts.spread(self._study.comparison, outcome, findings.axis(self._study, outcome)), outcome.words
        )

    def satisfaction(self) -> Markup:
        return _drawn(
            charts.satisfaction(self._study.comparison.satisfactions), "share of futures within all thresholds"
        )

    def regret(self, outcome: Outcome) -> Markup:
        axis = f"more {outcome.words} than the posture with least"
        return _drawn(charts.regret(self._study.comparison, outcome, axis), axis)

    def effects(self, outcome: Outcome) -> Markup:
        return _drawn(charts.effects(findings.deciding(self._study, outcome)), f"total effects on {outcome.words}")


def _drawn(spec: dict[str, Any], label: str) -> Markup:
    from markupsafe import Markup  # noqa: PLC0415 - comes with jinja2

    return Markup(charts.svg(spec, f"Chart: {label}. The same figures stand in the table beneath."))  # noqa: S704 - vega escapes its texts
