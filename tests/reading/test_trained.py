"""The trained reader: laws that hold for any text, whatever the threads, and what a short exercise gives."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import is_linear
from invented import document
from watchfloor.reading.trained import TrainedReader, network
from watchfloor.record.saying.likeness import ALIKE, cosine

NEWSY = st.lists(
    st.sampled_from(
        'The minister Ida Rask said told “ ” " that , . \n Moscow the cable was cut on Monday officials denied he according to ( ) 🙂 שלום'.split(
            " "
        )
    ),
    max_size=50,
).map(" ".join)


@settings(deadline=None, max_examples=40)
@given(st.one_of(NEWSY, st.text(max_size=200)))
def test_every_claim_stands_on_its_document(text: str) -> None:
    """Reading never raises, ids are unique, every span quotes the text, every confidence is a probability."""
    made = document(text, published=datetime(2026, 2, 24, tzinfo=UTC))
    reading = TrainedReader().read(made)
    ids = [claim.id for claim in reading.claims]
    assert len(ids) == len(set(ids))
    for claim in reading.claims:
        assert 0 <= claim.confidence <= 1
        assert all(made.quote(span) for span in claim.spans)


def test_results_do_not_depend_on_threads_or_company() -> None:
    """One thread or three, alone or beside other texts: the same statements to the last digit."""
    texts = [
        "The minister Ida Rask said on Monday that the cable was cut. “It was late,” she added.\n" * n
        for n in (1, 7, 30)
    ]
    alone = [network().read(text) for text in texts]
    assert network().read_all(texts, threads=3) == alone
    assert network().read_all(texts[::-1], threads=2)[::-1] == alone


def test_sentence_vectors_do_not_depend_on_threads_or_company() -> None:
    """A content has one vector, byte for byte, whoever read beside it and whatever else is asked for."""
    texts = [
        "The minister Ida Rask said on Monday that the cable was cut. “It was late,” she added.\n" * n for n in (1, 30)
    ]
    contents = [[(35, 60)], [(0, 8), (62, 70)]]
    alone = [network().sentence_vectors(network().read(text), contents) for text in texts]
    together = [network().sentence_vectors(found, contents) for found in network().read_all(texts, threads=3)]
    assert together == alone
    assert network().sentence_vectors(network().read(texts[0]), contents[1:]) == alone[0][1:]
    assert all(vector and len(vector) == 128 for vector in alone[0])


def test_one_thought_in_other_words_is_nearer_than_another_thought() -> None:
    """The vectors of a statement and its paraphrase are more alike than those of two statements on one subject."""
    made = document(
        "Harbour commander Ida Rask said that the ship had damaged the power line on purpose.\n"
        "Police chief Jon Vale said the vessel had deliberately harmed the electricity cable.\n"
        "Trader Nia Holt said that prices at the fish market rose again this autumn."
    )
    first, second, third = (s.vector for s in TrainedReader().read(made).statements)
    assert first is not None
    assert second is not None
    assert third is not None
    assert cosine(first, second) > ALIKE > cosine(first, third)


def test_a_short_exercise() -> None:
    """A quotation in two pieces and an indirect statement, with their speaker; the reading names the network's version."""
    made = document(
        "Harbour commander Ida Rask told reporters in Riga that the cable near the port was cut on Sunday.\n"
        "“We saw the ship stop for an hour,” she said. “Then it left without an answer.”"
    )
    reading = TrainedReader().read(made)
    names = {actor.id: actor.name for actor in reading.actors}
    said = {tuple(made.quote(span) for span in s.content): names.get(s.speaker or "") for s in reading.statements}
    assert {"Ida Rask"} == set(said.values())
    assert any("cut on Sunday" in pieces[0] for pieces in said)
    assert any("stop for an hour" in pieces[0] for pieces in said)
    assert (
        files("watchfloor.reading.network").joinpath("weights/version.txt").read_text("utf-8").strip() in reading.reader
    )


@pytest.mark.parametrize(
    "text", ["", "x" * 20_000, "WORD " * 4000, "“" * 300, "one two three " * 3000, "A: yes\nB: no\n" * 300]
)
def test_odd_texts_are_read(text: str) -> None:
    """Nothing, one endless word, all capitals, only marks, no punctuation, a transcript."""
    assert TrainedReader().read(document(text)).not_read is None


def test_another_language_is_not_read() -> None:
    """A German document gives no claim, and the reason."""
    reading = TrainedReader().read(document("Der Minister sagte, das Kabel sei durchtrennt.", language="de"))
    assert reading.not_read == "language: de"


def test_time_is_linear_in_the_length() -> None:
    """Eight times the text takes about eight times as long."""
    unit = "The minister Ida Rask said that the cable was cut. “It was late,” she added.\n"

    assert is_linear(lambda times: TrainedReader().read(document(unit * times)), 20)


def test_reading_writes_nothing_and_asks_nobody(tmp_path: Path) -> None:
    """A process that reads leaves its home empty, tries to reach no host, and says nothing on stderr."""
    script = (
        "import socket, sys\n"
        "def refuse(*_): raise SystemExit('a socket was asked for')\n"
        "socket.socket.connect = refuse\n"
        "from watchfloor.reading.trained import network\n"
        "print(len(network().read('The minister said that the cable was cut.').statements))\n"
    )
    home = {
        **os.environ,
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run([sys.executable, "-c", script], env=home, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert list(tmp_path.rglob("*")) == []
