"""Choosing who reads and how sure: what commands print, what the store keeps, and what an endpoint's failures become."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from command_line import articles, run
from stub_endpoint import KEY, claims, completion, environment, failure, stub
from watchfloor.reading.choice import reader_named
from watchfloor.reading.llm import exchange
from watchfloor.store.store import Store

SAID = {
    "content": ["We have seen nothing like it before,"],
    "before": "",
    "cue": "told",
    "source": None,
    "speaker": None,
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test works in a folder of its own, and waits for nobody."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(exchange, "_FIRST_WAIT", 0.0)
    return tmp_path


def chosen(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]) -> None:
    """Name an endpoint in the environment."""
    pytest.importorskip("openai", reason="the optional package of the second reader is not installed")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)


def lines(text: str) -> list[dict[str, Any]]:
    """The JSON objects of a text with one in each line."""
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("value", ["-0.1", "1.1", "nan", "inf", "much", ""])
def test_a_confidence_lies_between_0_and_1(here: Path, value: str) -> None:
    """Anything else is wrong usage, on each command that takes one."""
    for command in (("read", "x"), ("build", "x"), ("record",), ("brief",), ("show", "x"), ("demo",)):
        assert run(*command, "--min-confidence", value).exit_code == 2
    assert list(here.iterdir()) == []


def test_a_reader_is_one_of_three(here: Path) -> None:
    """Another name is wrong usage, and the message has the right ones."""
    done = run("read", articles(here), "--reader", "guess")
    assert done.exit_code == 2
    assert "trained" in done.stderr


def test_read_leaves_out_what_is_less_sure(here: Path) -> None:
    """The printed claims are those of at least that confidence, and 1 leaves the objects without any."""
    texts = articles(here)
    everything = lines(run("read", texts, "--reader", "rules").stdout)
    sure = [one["confidence"] for found in everything for one in found["statements"]]
    limit = max(sure)
    some = lines(run("read", texts, "--reader", "rules", "--min-confidence", str(limit)).stdout)
    assert 0 < sum(len(found["statements"]) for found in some) == sure.count(limit) < len(sure)
    none = lines(run("read", texts, "--min-confidence", "1").stdout)
    assert [found["statements"] + found["incidents"] for found in none] == [[], []]


def test_the_store_keeps_what_the_brief_leaves_out(here: Path) -> None:
    """A build at the highest confidence writes no claim, and the store has them all for the next command."""
    assert run("build", articles(here), "--min-confidence", "1").exit_code == 0
    written = json.loads((here / "brief" / "record.json").read_text())
    assert written["statements"] == []
    assert json.loads(run("record", "--min-confidence", "1").stdout)["statements"] == []
    assert json.loads(run("record").stdout)["statements"]


def test_readers_are_kept_apart(here: Path) -> None:
    """A store read by one reader is read again by another, and both readings stay."""
    run("build", articles(here))
    assert run("brief", "--reader", "rules", "--out", "other.html").exit_code == 0
    with Store.open(here / "watchfloor.db", create=False) as store:
        for name in ("trained", "rules"):
            assert len(store.readings(reader_named(name).name)) == 2


def test_the_second_reader_is_not_asked_unless_chosen(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With an endpoint in the environment, every other choice leaves it alone."""
    with stub(failure(500)) as running:
        chosen(monkeypatch, environment(running))
        texts = articles(here)
        for more in ((), ("--reader", "trained"), ("--reader", "rules")):
            assert run("build", texts, *more).exit_code == 0
        assert run("record").exit_code == 0
    assert running.asked == []


def test_the_second_reader_builds_and_accounts(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its claims make the brief, stderr says what it took, quiet says nothing, and a second run costs nothing."""
    with stub(claims(statements=[SAID])) as running:
        chosen(monkeypatch, environment(running, WATCHFLOOR_LLM_PRICE_IN="1", WATCHFLOOR_LLM_PRICE_OUT="1"))
        texts = articles(here)
        done = run("build", texts, "--reader", "llm")
        assert done.exit_code == 0, done.output
        assert "2 requests, 2,000 tokens in and 200 out, cost 0.0022." in done.stderr
        assert "2 claims taken, 0 dropped." in done.stderr
        assert len(json.loads(run("record", "--reader", "llm").stdout)["statements"]) == 2
        with Store.open(here / "other.db"):
            pass
        (here / "watchfloor.db.llm").rename(here / "other.db.llm")
        again = run("build", texts, "--reader", "llm", "--db", "other.db", "--quiet")
        assert (again.exit_code, again.stdout, again.stderr) == (0, "", "")
    assert len(running.asked) == 2
    assert KEY not in done.output
    assert KEY.encode() not in (here / "watchfloor.db").read_bytes()


def test_what_got_no_answer_is_read_by_the_next_command(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failing endpoint leaves lines on stderr, code 0 and the reason in the record; once it answers, the articles are read."""
    texts = articles(here)
    with stub(failure(503, "out of order")) as running:
        chosen(monkeypatch, environment(running))
        done = run("build", texts, "--reader", "llm", "--quiet")
    assert done.exit_code == 0
    told = done.stderr.splitlines()
    assert len(told) == 2
    assert all(line.startswith("Not read ") and "out of order" in line for line in told)
    assert "out of order" in (here / "brief" / "brief.md").read_text(encoding="utf-8")
    with stub(claims(statements=[SAID])) as running:
        chosen(monkeypatch, environment(running))
        assert len(json.loads(run("record", "--reader", "llm").stdout)["statements"]) == 2
    assert len(running.asked) == 2


def test_a_refused_article_is_not_paid_for_again(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the model refuses stays unread without another request."""
    with stub(completion("", refusal="no")) as running:
        chosen(monkeypatch, environment(running))
        run("build", articles(here), "--reader", "llm")
        run("record", "--reader", "llm")
    assert len(running.asked) == 2


def test_a_wrong_key_stops_with_one_line(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The endpoint refuses the key: one line beside the account, code 1, and the key is not shown."""
    with stub(failure(401, f"bad key {KEY}")) as running:
        chosen(monkeypatch, environment(running))
        done = run("read", articles(here), "--reader", "llm", "--quiet")
    assert done.exit_code == 1
    (line,) = done.stderr.splitlines()
    assert "401" in line
    assert KEY not in line
    assert len(running.asked) == 1


def test_read_keeps_nothing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a store no answer is kept."""
    with stub(claims(statements=[SAID])) as running:
        chosen(monkeypatch, environment(running))
        found = lines(run("read", articles(here), "--reader", "llm").stdout)
    assert [len(one["statements"]) for one in found] == [1, 1]
    assert [path.name for path in here.iterdir()] == ["texts"]


def test_an_endpoint_that_is_not_named(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the variables there is one line, code 1, and no store."""
    for name in ("BASE_URL", "MODEL", "API_KEY"):
        monkeypatch.delenv(f"WATCHFLOOR_LLM_{name}", raising=False)
    done = run("build", articles(here), "--reader", "llm")
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1
    assert not (here / "watchfloor.db").exists()


def _stated(folder: Path) -> Path:
    """Two articles that state their outlets."""
    texts = articles(folder)
    for name, outlet in (("one", "The Harbour Post"), ("two", "Skerry Observer")):
        text = (texts / f"{name}.txt").read_text(encoding="utf-8")
        (texts / f"{name}.txt").unlink()
        (texts / f"{name}.json").write_text(json.dumps({"text": text, "outlet": outlet}), encoding="utf-8")
    return texts


TABLE = "outlet,reliability,by,why\nHarbour Post,B,EXERCISE desk,corrects itself\n"


def test_a_rating_stands_beside_its_outlet_and_f_beside_the_others(tmp_path: Path) -> None:
    """The letter, who gave it and why are in the brief; an outlet that nobody rated cannot be judged."""
    table = tmp_path / "mine.csv"
    table.write_text(TABLE, encoding="utf-8")
    done = run("build", _stated(tmp_path), "--db", tmp_path / "w.db", "--out", tmp_path / "b", "--outlets", table)
    assert done.exit_code == 0, done.output
    parts = json.loads((tmp_path / "b" / "brief.json").read_text(encoding="utf-8"))["parts"]
    rated = {s["outlet"]: (s["reliability"]["code"], s["rated"]) for part in parts for s in part["sources"]}
    assert rated["The Harbour Post"] == ("B", "by EXERCISE desk: corrects itself")
    assert rated["Skerry Observer"] == ("F", None)


def test_a_table_beside_the_store_is_used_unnamed(tmp_path: Path) -> None:
    """What lies under the store's name with .outlets.csv needs no option, and `show` says it of a document."""
    assert run("build", _stated(tmp_path), "--db", tmp_path / "w.db", "--out", tmp_path / "b").exit_code == 0
    document = json.loads((tmp_path / "b" / "record.json").read_text(encoding="utf-8"))["documents"]
    document = next(d["id"] for d in document if d["outlet"] == "The Harbour Post")
    assert "F, reliability cannot be judged; nobody rated it" in run("show", document, "--db", tmp_path / "w.db").stdout
    (tmp_path / "w.db.outlets.csv").write_text(TABLE, encoding="utf-8")
    assert "B, usually reliable; rated by EXERCISE desk" in run("show", document, "--db", tmp_path / "w.db").stdout


@pytest.mark.parametrize(
    ("content", "expected"),
    [(TABLE.replace(",B,", ",Z,"), "line 2: the reliability of 'Harbour Post' is 'Z'"), (None, "can't be read")],
)
def test_a_bad_table_stops_the_command_with_its_line(tmp_path: Path, content: str | None, expected: str) -> None:
    """A wrong row, or no file under the name that was given, is one line that names the file, and nothing is built."""
    table = tmp_path / "mine.csv"
    if content:
        table.write_text(content, encoding="utf-8")
    done = run("build", _stated(tmp_path), "--db", tmp_path / "w.db", "--out", tmp_path / "b", "--outlets", table)
    assert done.exit_code == 1
    assert expected in done.stderr
    assert str(table) in done.stderr
    assert not (tmp_path / "b").exists()
