"""The explore page: sliders for a scenario's assumptions, recomputed on this machine, reachable from this machine only.

In goes an Explorer, out comes an ASGI application. Charts are Vega-Lite specifications drawn in the browser by the bundle of
vl-convert-python; nothing is asked of any other address. Without JavaScript the form still works, with a button.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from watchfloor.assessment.posture.comparison import Comparison
from watchfloor.assessment.posture.outcome import JUDGED, Outcome
from watchfloor.errors import ScenarioError
from watchfloor.products.posture import charts
from watchfloor.products.posture.findings import LIMITS, TOLD_APART, apart_sentence
from watchfloor.products.posture.page import DRAWN, TEMPLATES, environment
from watchfloor.products.posture.words import unit
from watchfloor.web.probe import STEPS, Explorer

if TYPE_CHECKING:
    from fastapi import FastAPI, Request, Response

_HERE = files("watchfloor.web")
_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""Vega compiles its expressions and sets styles, so that much is allowed; scripts come from this server alone."""
_SCRIPT = "text/javascript; charset=utf-8"


def application(explorer: Explorer) -> FastAPI:
    """The page, its results, its style and scripts.

    Raises:
        ScenarioError: FastAPI or another package of the extra is not installed.
    """
    try:
        from fastapi import FastAPI, Request  # noqa: PLC0415 - optional: comes with watchfloor[posture]
        from fastapi.responses import HTMLResponse, PlainTextResponse, Response  # noqa: PLC0415
        from starlette.middleware.trustedhost import TrustedHostMiddleware  # noqa: PLC0415
    except ImportError as error:
        raise ScenarioError("This page needs FastAPI. Install it with: pip install 'watchfloor[posture]'") from error
    charts.check_installed()
    made = FastAPI(title="Watchfloor posture", docs_url=None, redoc_url=None, openapi_url=None)
    # A page elsewhere that points a name of its own at this machine is turned away.
    made.add_middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost", "[::1]", "testserver"])

    def page(request: Request) -> Response:
        held = explorer.held(request.query_params)
        return HTMLResponse(_page(explorer, held), headers={"Content-Security-Policy": _POLICY})

    def results(request: Request) -> Response:
        return HTMLResponse(_results(explorer, explorer.held(request.query_params)))

    def refused(_request: Request, error: Exception) -> Response:
        return PlainTextResponse(f"{error}\n", status_code=400)

    def fixed(content: str, media_type: str) -> Response:
        return Response(content, media_type=media_type, headers={"Cache-Control": "no-cache"})

    for function in (page, results):
        function.__annotations__ = {"request": Request, "return": Response}
    made.get("/", response_model=None)(page)
    made.get("/results", response_model=None)(results)
    made.get("/vega.js", response_model=None)(lambda: fixed(vega(), _SCRIPT))
    made.get("/explore.js", response_model=None)(lambda: fixed(_text("static/explore.js"), _SCRIPT))
    made.get("/explore.css", response_model=None)(lambda: fixed(_style(), "text/css; charset=utf-8"))
    made.add_exception_handler(ScenarioError, refused)
    return made


@cache
def vega() -> str:
    """The JavaScript that draws charts, out of vl-convert-python; takes a second or two the first time."""
    import vl_convert  # noqa: PLC0415 - optional: comes with watchfloor[posture]

    return str(vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;"))


def _page(explorer: Explorer, held: dict[int, int]) -> str:
    scenario = explorer.scenario
    template = environment().from_string(_text("templates/explore.html.j2"))
    return template.render(
        scenario=scenario,
        sliders=explorer.sliders(held),
        held=held,
        steps=STEPS,
        futures=explorer.futures,
        results=_markup(_results(explorer, held)),
        limits=(*scenario.limits, *LIMITS),
        told_apart=TOLD_APART,
    )


def _results(explorer: Explorer, held: dict[int, int]) -> str:
    comparison = explorer.probe(held)
    template = environment().from_string(_text("templates/results.html.j2"))
    return template.render(
        scenario=explorer.scenario,
        comparison=comparison,
        drawn=[(one, _chart(comparison, one, explorer.scenario.money)) for one in DRAWN],
        judged=JUDGED,
        names=[one.name for one in explorer.scenario.postures],
        spreads={(one.posture, one.outcome): one for one in comparison.spreads},
        apart={one: apart_sentence([pair for pair in comparison.pairs if pair.outcome is one]) for one in JUDGED},
        sliders=explorer.sliders(held),
    )


def _chart(comparison: Comparison, outcome: Outcome, money: str) -> str:
    spec: dict[str, Any] = charts.spread(comparison, outcome, f"{outcome.words}, {unit(outcome, money)}")
    return json.dumps(spec)


@cache
def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _style() -> str:
    return (TEMPLATES / "study.css").read_text(encoding="utf-8") + _text("static/explore.css")


def _markup(text: str) -> object:
    from markupsafe import Markup  # noqa: PLC0415 - comes with jinja2

    return Markup(text)  # noqa: S704 - a template's own output, escaped piece by piece
