"""The explore page works in a real browser from the keyboard, answers in under a second, and asks nobody else."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from browser import CHROMIUM, Page, browser
from command_line import command, run
from posture_scenarios import alliance, needs_extra
from watchfloor.assessment.posture.scenario_file import shipped
from watchfloor.web.explore import application, vega
from watchfloor.web.probe import Explorer

pytestmark = needs_extra
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium, which this machine lacks")
TAB, SPACE, RIGHT = ("Tab", 9), (" ", 32), ("ArrowRight", 39)
READY = "document.getElementById('results')?.dataset.ready === 'true'"
DRAWN = "document.querySelectorAll('#results figure svg').length"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a page that is served on a free port."""
    import uvicorn  # noqa: PLC0415 - optional

    vega()
    served = application(Explorer(replace(alliance(), months=60), 200, 1))
    server = uvicorn.Server(uvicorn.Config(served, port=0, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/"
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def page(address: str, tmp_path: Path) -> Iterator[Page]:
    """The page in a browser, loaded and drawn."""
    with browser(tmp_path) as opened:
        opened.open(address)
        opened.wait(READY)
        opened.wait(f"{DRAWN} === 5")
        yield opened


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


@needs_browser
def test_a_slider_from_the_keyboard(page: Page) -> None:
    """Tab reaches an assumption, space holds it, an arrow moves it; results follow within seconds even on a busy machine, and charts are drawn anew."""
    page.press(*TAB)
    assert _focused(page) == "h0"
    before = page.evaluate("document.querySelector('#results tbody').textContent")
    page.press(*SPACE, " ")
    page.wait("document.getElementById('results').dataset.run === '1'")
    page.press(*TAB)
    assert _focused(page) == "p0"
    page.press(*RIGHT)
    page.wait("Number(document.getElementById('results').dataset.run) > 1")
    page.wait(f"{DRAWN} === 5")
    assert page.evaluate("document.getElementById('p0').value") == "51"
    assert "Held: attacks reported a month at" in page.evaluate("document.querySelector('.values').textContent")
    assert page.evaluate("document.querySelector('#results tbody').textContent") != before
    assert _focused(page) == "p0"
    assert page.evaluate("location.search") == "?p0=51"
    assert page.errors == []


@needs_browser
def test_nobody_else_is_asked(page: Page, address: str) -> None:
    """Everything that the page loads comes from its own server."""
    assert len(page.requests) >= 4
    assert all(one.startswith((address, "data:")) for one in page.requests)


@needs_browser
def test_everything_has_a_name(page: Page) -> None:
    """Each control has a label, each chart a description and a table beneath it."""
    assert page.evaluate("[...document.querySelectorAll('input')].every(i => i.labels.length || i.ariaLabel)")
    assert page.evaluate(
        "[...document.querySelectorAll('figure')].every(f => f.ariaLabel && f.nextElementSibling.querySelector('table'))"
    )


def test_an_answer_takes_less_than_a_second() -> None:
    """Processor time of a recomputation of 1,000 futures of the shipped scenario, as a busy machine stretches any other."""
    import time  # noqa: PLC0415

    from fastapi.testclient import TestClient  # noqa: PLC0415 - optional

    client = TestClient(application(Explorer(replace(alliance(), months=60), 1000, 1)))
    assert client.get("/results").status_code == 200
    before = time.process_time()
    assert client.get("/results?p0=70").status_code == 200
    assert time.process_time() - before < 1.0


def test_bad_questions_get_a_line() -> None:
    """A wrong query is a 400 with one line; another host's name is turned away; the page forbids scripts from elsewhere."""
    from fastapi.testclient import TestClient  # noqa: PLC0415 - optional

    client = TestClient(application(Explorer(alliance(), 16, 1)))
    wrong = client.get("/results?p0=x")
    assert (wrong.status_code, wrong.text.count("\n")) == (400, 1)
    assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 400
    assert "script-src 'self'" in client.get("/").headers["content-security-policy"]
    assert client.get("/docs").status_code == 404


def test_names_from_a_file_are_text() -> None:
    """A scenario's own words can't become markup, in the page or in what it hands to the charts."""
    from fastapi.testclient import TestClient  # noqa: PLC0415 - optional

    name = '"><script>alert(1)</script>'
    scenario = alliance()
    hostile = replace(scenario, name=name, postures=(scenario.postures[0], replace(scenario.postures[1], name=name)))
    assert "<script>alert" not in TestClient(application(Explorer(hostile, 16, 1))).get("/").text


def test_a_port_that_is_taken(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command says which port is taken and what to do."""
    monkeypatch.chdir(tmp_path)
    Path("a.toml").write_text(shipped("cables"), encoding="utf-8")
    done = run("posture", "explore", "a.toml", "--port", address.rsplit(":", 1)[1].strip("/"))
    assert done.exit_code == 1
    assert "--port" in done.stderr


def test_the_command_serves_until_it_is_stopped(tmp_path: Path) -> None:
    """`posture explore` says its address once it answers, and leaves on an interrupt without a trace."""
    import signal  # noqa: PLC0415
    from urllib.request import urlopen  # noqa: PLC0415

    (tmp_path / "a.toml").write_text(shipped("cables"), encoding="utf-8")
    arguments = command("posture", "explore", "a.toml", "--port", "0", "--futures", "20")
    with subprocess.Popen(arguments, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        told = process.stderr.readline()
        with urlopen(told.split()[1], timeout=30) as answer:  # noqa: S310 - its own address on this machine
            assert b"Cables in the Baltic" in answer.read()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert "Traceback" not in process.stderr.read()
