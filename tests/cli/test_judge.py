"""A person's word on the command line: kept, applied, told, undone; and every mistake has its line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from command_line import ARTICLES, articles, run

BY, WHY = ("--by", "Ida Sund"), ("--why", "EXERCISE: I heard it")
RULES = ("--reader", "rules")

LATE = (
    "EXERCISE. Cable repaired\nThe Lindholm Echo, 4 March 2026\n\n"
    '"We have seen nothing like it before," harbour master Ada Voss told reporters on Monday. The ferry sailed.\n'
)


@pytest.fixture
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with articles, in the current folder."""
    monkeypatch.chdir(tmp_path)
    assert run("add", articles(tmp_path), "--db", "watchfloor.db").exit_code == 0
    return tmp_path / "watchfloor.db"


def record(*options: str) -> Any:
    """The record as JSON."""
    done = run("record", *RULES, *options)
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def judge(*words: str) -> Any:
    """What the command tells programs."""
    done = run("judge", *words, *RULES, "--json")
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def quoted() -> list[str]:
    """The statements that hold the quotation which both articles carry."""
    return [s["id"] for s in record()["statements"] if s["kind"] == "direct"]


def test_a_split_outlasts_new_documents_and_is_undone(db: Path, tmp_path: Path) -> None:
    """Two variants that a person told apart stay apart when a third comes; undone, they are one again."""
    ids = quoted()
    assert [set(ids)] == [set(group) for group in record()["same_statement"] if set(ids) & set(group)]
    made = judge("split", *ids, *BY, *WHY)
    assert (made["decision"], made["by"], made["why"], made["undoes"]) == ("split", BY[1], WHY[1], [])
    (tmp_path / "late.txt").write_text(LATE, encoding="utf-8")
    assert run("add", "late.txt").exit_code == 0
    assert not any(set(ids) <= set(group) for group in record()["same_statement"])
    undone = judge("undo", made["id"], *BY, "--why", "EXERCISE: I was wrong")
    assert undone["undoes"] == [made["id"]]
    assert any(set(ids) <= set(group) for group in record()["same_statement"])
    assert db.exists()


def test_what_is_accepted_no_doubt_leaves_out(db: Path) -> None:
    """An accepted claim is in the record whatever the least confidence; a rejected one is listed apart from the others."""
    [one, other] = quoted()
    judge("accept", one, *BY, *WHY)
    judge("reject", other, *BY, *WHY)
    sure = record("--min-confidence", "1")
    assert [s["id"] for s in sure["statements"]] == [one]
    assert sure["confirmed"] == [one]
    assert [c["id"] for c in record()["rejected"]] == [other]
    assert "rejected by Ida Sund" in run("show", other, *RULES).stdout
    assert db.exists()


def test_two_people_at_odds_are_told_everywhere(db: Path) -> None:
    """The command, the log, what is shown and the brief all name both; the log of one person holds theirs alone."""
    ids = quoted()
    judge("merge", *ids, *BY, *WHY)
    done = run("judge", "split", *ids, "--by", "Per Holm", "--why", "EXERCISE: I was there", *RULES)
    assert done.exit_code == 0
    assert "Undoes" in done.stdout
    assert "Two people disagree: Ida Sund merged" in done.stdout
    log = run("log", *RULES).stdout
    assert log.count("Two people disagree") == 2
    assert "EXERCISE: I was there" in log
    assert "We have seen nothing like it before" in log
    assert "Two people disagree" in run("show", ids[0], *RULES).stdout
    for form in ("html", "md", "json"):
        text = run("brief", "--format", form, *RULES).stdout
        assert "EXERCISE: I was there" in text.replace("\\", ""), form
        assert "Two people disagree" in text, form
    own = json.loads(run("log", "--by", "per holm", "--json", *RULES).stdout)
    assert [j["by"] for j in own["judgements"]] == ["Per Holm"]
    assert [j["standing"] for j in json.loads(run("log", "--json", *RULES).stdout)["judgements"]] == [
        "undone",
        "applied",
    ]
    assert db.exists()


def test_a_correction_keeps_the_machine_s_value_beside(db: Path) -> None:
    """The corrected value is in the record, the machine's in its corrections and in what is shown."""
    figure = next(f for f in record()["figures"] if f["value"] == 12)
    judge("correct", figure["id"], "value=14", *BY, *WHY)
    found = record()
    assert next(f["value"] for f in found["figures"] if f["id"] == figure["id"]) == 14
    assert [(c["field"], c["machine"], c["value"]) for c in found["corrections"]] == [("value", "12", "14")]
    assert "the machine has 12" in run("show", figure["id"], *RULES).stdout
    assert "corrected value to 14" in run("record", "--format", "table", *RULES).stdout
    assert db.exists()


def test_mistakes_have_one_line_each(db: Path) -> None:
    """Wrong usage leaves with 2, what can't be judged with 1, and nothing is kept."""
    one, other = quoted()
    for words, code, says in (
        (("merge", one, other, *BY), 2, "Missing option '--why'"),
        (("merge", one, other, *WHY, "--by", " "), 2, "it is empty"),
        (("merge", *BY, *WHY), 2, "Missing argument 'ID...'"),
        (("merge", one, *BY, *WHY), 1, "these ids mean one"),
        (("merge", one, "S-", *BY, *WHY), 1, "never are one"),
        (("reject", "zzz", *BY, *WHY), 1, "Nothing in the record has the id 'zzz'"),
        (("correct", one, "speaker", *BY, *WHY), 1, "field=value"),
        (("correct", one, "kind=loud", *BY, *WHY), 1, "Possible: direct, indirect, mixed"),
        (("undo", one, *BY, *WHY), 1, "is no judgement"),
    ):
        done = run("judge", *words, *RULES)
        assert (done.exit_code, says in done.stderr) == (code, True), (words, done.stderr)
    assert run("log", *RULES).stderr == "Nobody has decided anything yet.\n"
    judge("merge", one, other, *BY, *WHY)
    assert run("log", "--by", "Per Holm", *RULES).stderr == "Per Holm has decided nothing.\n"
    assert db.exists()


def test_a_store_that_cannot_be_written_keeps_no_judgement(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said before anything is linked."""
    one, other = quoted()
    monkeypatch.setattr("watchfloor.store.store.is_writable", lambda _: False)
    done = run("judge", "merge", one, other, *BY, *WHY, *RULES)
    assert (done.exit_code, done.stderr) == (
        1,
        f"The store {db.name} can't be written, so no judgement can be kept in it.\n",
    )


def test_the_articles_hold_what_these_tests_judge() -> None:
    """Both articles carry the quotation, and one of them the number."""
    assert all("We have seen nothing like it before" in text for text in ARTICLES.values())
    assert "12 days" in ARTICLES["one.txt"]
