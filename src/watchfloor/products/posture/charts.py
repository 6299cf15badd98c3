"""Charts of a study, as Vega-Lite specifications by altair: each answers the question in its title.

In goes a Study (or what `posture explore` recomputed), out come specifications; `svg` draws one without a browser or a
network. Colours are set for paper and screen by the page's style sheet, which overrides what is drawn here.
"""

from __future__ import annotations

import re
from typing import Any

from watchfloor.assessment.posture.comparison import NORMAL_95, Comparison, Satisfaction
from watchfloor.assessment.posture.outcome import Outcome
from watchfloor.assessment.posture.sensitivity import Effect
from watchfloor.errors import ScenarioError
from watchfloor.products.posture.words import assumption

Spec = dict[str, Any]

_WIDTH, _NARROW, _ROW, _TICKS = 520, 320, 26, 6
_PADDING = {"left": 70, "right": 20, "top": 5, "bottom": 5}
"""Room for labels in a reader's font, which may be wider than the one that the drawing was measured with."""
_INK = "#1d4f91"


def check_installed() -> None:
    """See that charts can be drawn, before anything long is begun.

    Raises:
        ScenarioError: altair or vl-convert-python is not installed.
    """
    _altair()
    _vega()


def _altair() -> Any:
    try:
        import altair as alt  # noqa: PLC0415 - optional: comes with watchfloor[posture]
    except ImportError as error:
        raise ScenarioError("Charts need altair. Install it with: pip install 'watchfloor[posture]'") from error
    return alt


def _vega() -> Any:
    try:
        import vl_convert  # noqa: PLC0415 - optional: comes with watchfloor[posture]
    except ImportError as error:
        raise ScenarioError(
            "Charts need vl-convert-python. Install it with: pip install 'watchfloor[posture]'"
        ) from error
    return vl_convert


def spread(comparison: Comparison, outcome: Outcome, axis: str) -> Spec:
    """How much an outcome varies under each posture: 5 to 95 % as a line, 25 to 75 % as a bar, the median as a tick."""
    if all(one.quantiles[3] == 0 for one in comparison.spreads if one.outcome is outcome):
        return _rare(comparison, outcome, axis)
    alt = _altair()
    rows = [
        dict(zip(("q05", "q25", "q50", "q75", "q95"), one.quantiles, strict=True), posture=one.posture)
        for one in comparison.spreads
        if one.outcome is outcome
    ]
    base = alt.Chart(alt.Data(values=rows)).encode(y=_postures(alt))
    layers = (
        base.mark_rule(color=_INK).encode(x=_amounts(alt, "q05:Q", axis), x2="q95:Q"),
        base.mark_bar(color=_INK, height=10, opacity=0.55).encode(x="q25:Q", x2="q75:Q"),
        base.mark_tick(color=_INK, thickness=3, height=18).encode(x="q50:Q"),
    )
    return _spec(alt.layer(*layers), len(rows))


def _rare(comparison: Comparison, outcome: Outcome, axis: str) -> Spec:
    """An outcome that most futures don't have at all: its mean, with the 95 % interval of the mean as a line."""
    alt = _altair()
    rows = [
        {
            "posture": one.posture,
            "mean": one.mean,
            "low": max(one.mean - NORMAL_95 * one.error, 0.0),
            "high": one.mean + NORMAL_95 * one.error,
        }
        for one in comparison.spreads
        if one.outcome is outcome
    ]
    base = alt.Chart(alt.Data(values=rows)).encode(y=_postures(alt))
    layers = (
        base.mark_rule(color=_INK).encode(x=_amounts(alt, "low:Q", f"{axis}; mean"), x2="high:Q"),
        base.mark_point(color=_INK, filled=True, size=70).encode(x="mean:Q"),
    )
    return _spec(alt.layer(*layers), len(rows))


def satisfaction(found: tuple[Satisfaction, ...]) -> Spec:
    """In which share of the futures each posture passes no threshold."""
    alt = _altair()
    rows = [{"posture": one.posture, "share": one.share} for one in found]
    base = alt.Chart(alt.Data(values=rows)).encode(
        y=_postures(alt),
        x=alt.X(
            "share:Q",
            title="share of futures",
            axis=alt.Axis(format="%", tickCount=_TICKS),
            scale=alt.Scale(domain=[0, 1]),
        ),
    )
    return _spec(base.mark_bar(color=_INK, height=10, opacity=0.55), len(rows))


def regret(comparison: Comparison, outcome: Outcome, axis: str) -> Spec:
    """How much more of an outcome a posture has than the one with least: the median, and a line to the 95 % quantile."""
    alt = _altair()
    rows = [
        {"posture": one.posture, "median": one.median, "high": one.high}
        for one in comparison.regrets
        if one.outcome is outcome
    ]
    base = alt.Chart(alt.Data(values=rows)).encode(y=_postures(alt))
    layers = (
        base.mark_rule(color=_INK).encode(x=_amounts(alt, "median:Q", axis), x2="high:Q"),
        base.mark_point(color=_INK, filled=True, size=70).encode(x="median:Q"),
    )
    return _spec(alt.layer(*layers), len(rows))


def effects(rows: tuple[tuple[str, tuple[Effect | None, ...]], ...]) -> Spec:
    """Which assumptions an outcome hangs on: a tick for each posture at its total effect, by assumption."""
    alt = _altair()
    values = [
        {"assumption": assumption(path), "posture": one.posture, "total": max(one.total, 0.0)}
        for path, found in rows
        for one in found
        if one is not None
    ]
    base = alt.Chart(alt.Data(values=values)).encode(
        y=alt.Y("assumption:N", sort=None, title=None, axis=alt.Axis(labelLimit=360)),
        x=alt.X(
            "total:Q",
            title="total effect, share of variance",
            scale=alt.Scale(zero=True),
            axis=alt.Axis(tickCount=_TICKS),
        ),
        tooltip=["posture:N", alt.Tooltip("total:Q", format=".2f")],
    )
    return _spec(base.mark_tick(color=_INK, thickness=2, height=16), len(rows), width=_NARROW)


def svg(spec: Spec, label: str) -> str:
    """The drawing of a specification as SVG that fits any width, with `label` for those who can't see it.

    Raises:
        ScenarioError: vl-convert-python is not installed.
    """
    drawn: str = _vega().vegalite_to_svg(spec)
    drawn = re.sub(r'<rect width="\d+" height="\d+" fill="white"/>', "", drawn, count=1)
    drawn = re.sub(r' width="\d+" height="\d+"', "", drawn, count=1)
    from markupsafe import escape  # noqa: PLC0415 - comes with jinja2

    return drawn.replace("<svg ", f'<svg role="img" aria-label="{escape(label)}" ', 1)


def _postures(alt: Any) -> Any:
    return alt.Y("posture:N", sort=None, title=None, axis=alt.Axis(labelLimit=220))


def _amounts(alt: Any, field: str, title: str) -> Any:
    return alt.X(field, title=title, scale=alt.Scale(zero=True, nice=True), axis=alt.Axis(tickCount=_TICKS))


def _spec(chart: Any, rows: int, width: int = _WIDTH) -> Spec:
    sized = chart.properties(width=width, height=max(rows, 1) * _ROW, padding=_PADDING)
    plain = sized.configure_view(stroke=None).configure_axis(
        labelFontSize=13, titleFontSize=13, titleFontWeight="normal", grid=True
    )
    # Checking against the whole Vega-Lite schema takes longer than the simulation; a test does it once.
    spec: Spec = plain.to_dict(validate=False)
    return spec
