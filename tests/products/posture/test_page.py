"""The page of a study stands alone, says its limits, and hurts nobody who opens it."""

from __future__ import annotations

import re
from functools import cache

from lxml import html  # type: ignore[import-untyped] # ships no types

from posture_scenarios import needs_extra
from posture_study import HOSTILE, made
from watchfloor.assessment.posture.outcome import Outcome
from watchfloor.products.posture import charts, findings, page

pytestmark = needs_extra


@cache
def _text() -> str:
    return page.render(made())


@cache
def _page() -> html.HtmlElement:
    return html.fromstring(_text())


def test_nothing_is_loaded_or_run() -> None:
    """There is no script, no handler and no reference to anything outside the file, and a policy forbids them."""
    assert not _page().xpath("//script | //link | //img | //iframe | //@onload | //@onclick | //@style")
    assert all(target.startswith("#") for target in _page().xpath("//@href | //@src"))
    assert "default-src 'none'" in _page().xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]


def test_names_are_text() -> None:
    """What a scenario file calls things is shown as text, in the page and in the charts."""
    assert HOSTILE in _page().xpath("//h1")[0].text_content()
    assert "<script" not in _text()


def test_every_chart_has_its_table_beneath() -> None:
    """A reader who can't see a chart finds its figures in the next table, and words in its label."""
    figures = _page().xpath("//figure")
    assert len(figures) > 8
    for figure in figures:
        assert figure.xpath("./*[local-name()='svg']/@aria-label")[0].startswith("Chart: ")
        assert figure.xpath("following::table")


def test_every_link_has_its_place() -> None:
    """Links within the page lead somewhere, and no id stands twice."""
    places = _page().xpath("//section/@id")
    assert {link.removeprefix("#") for link in _page().xpath("//@href[starts-with(., '#')]")} <= set(places)
    assert len(places) == len(set(places))


def test_no_posture_is_called_best() -> None:
    """The page says that none is, and nowhere recommends one."""
    words = _page().text_content()
    assert "No posture is called best here" in words
    assert not re.search(r"\b(?:optimal|recommend|winner|best posture|should choose)\b", words, re.IGNORECASE)


def test_limits_sources_and_wrongs_are_on_the_page() -> None:
    """Limits, the share of numbers with a source, wrongful retaliations, escalations and who pays stand on the same page."""
    words = " ".join(_page().text_content().split())
    for expected in (
        *findings.LIMITS,
        *made().scenario.limits,
        "2 of ",
        "wrongful retaliations",
        "an armed clash between states",
        "Who pays?",
        "months without consensus",
        "CSIS",
        "EuRepoC",
        findings.TOLD_APART,
    ):
        assert " ".join(expected.split()) in words, expected


def test_every_assumption_is_listed() -> None:
    """The page ends in every number of the scenario, each with a source or the word assumed."""
    rows = _page().xpath("//section[@id='assumptions']//tbody/tr")
    assert len(rows) == len(list(made().scenario.quantities()))
    assert all(row.xpath("td")[-1].text_content().strip() for row in rows)


def test_same_study_same_page() -> None:
    """The page depends on the study and nothing else."""
    assert page.render(made()) == _text()


def test_charts_are_right_by_the_schema() -> None:
    """Every kind of chart keeps to the Vega-Lite schema, which the program itself doesn't take the time to check."""
    import altair as alt  # noqa: PLC0415 - optional

    study = made()
    kinds = (
        charts.spread(study.comparison, Outcome.SUCCEEDED, "axis"),
        charts.spread(study.comparison, Outcome.ESCALATIONS, "axis"),
        charts.satisfaction(study.comparison.satisfactions),
        charts.regret(study.comparison, Outcome.BURDEN, "axis"),
        charts.effects(findings.deciding(study, Outcome.SUCCEEDED)),
    )
    for spec in kinds:
        alt.Chart.from_dict(spec, validate=True)
