"""Near-duplicates and wire copy."""

from __future__ import annotations

import random
import time
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_samples import ARTICLE, PARAGRAPHS, document
from watchfloor.evidence.copies import Copied, copies, shingles, signature
from watchfloor.model.copy import CopyKind
from watchfloor.model.document import Document

_WORDS = [f"word{number}" for number in range(3_000)]


def _words(seed: int, count: int) -> list[str]:
    chosen = random.Random(seed)  # noqa: S311 - no secret, only text
    return [chosen.choice(_WORDS) for _ in range(count)]


def _signatures(documents: list[Document]) -> dict[str, bytes]:
    return {one.id: signature(one.text) for one in documents}


def test_signature_is_the_same_every_time() -> None:
    """Signatures are stored, so one text has one signature, of 512 bytes, in every process and order of words in memory."""
    assert signature(ARTICLE) == signature(ARTICLE)
    assert len(signature(ARTICLE)) == len(signature("")) == 512
    assert signature(ARTICLE) != signature(PARAGRAPHS[0])


def test_slight_change_is_a_near_duplicate() -> None:
    """A later edition with one paragraph more is linked to the earlier, with a resemblance that is not quite one."""
    text = " ".join(_words(1, 300))
    first, second = document(text, 2, day=9), document(f"{text} and one thing more was said", 1, day=10)
    (link,) = copies([second, first], _signatures([first, second]))
    assert (link.first, link.second, link.kind) == (first.id, second.id, CopyKind.NEAR_DUPLICATE)
    assert 0.9 < link.similarity < 1


def test_text_inside_a_larger_one_is_wire_copy() -> None:
    """An agency's text inside a paper's longer one is wire copy: the larger holds most of the smaller."""
    wire = _words(1, 150)
    agency = document(" ".join(wire), 1, day=9)
    paper = document(" ".join(_words(2, 200) + wire[:130] + _words(3, 100)), 2, day=10)
    (link,) = copies([agency, paper], {})
    assert (link.first, link.second, link.kind) == (agency.id, paper.id, CopyKind.WIRE_COPY)
    assert 0.8 < link.similarity < 0.95


def test_another_outlets_paragraph_makes_it_wire_copy() -> None:
    """The whole of an agency's text with a paragraph more is wire copy in another outlet, and an edition in the same."""
    wire = _words(1, 200)
    agency = replace(document(" ".join(wire), 1, day=9), outlet="Islandwire")
    longer = document(" ".join(wire + _words(2, 40)), 2, day=10)
    kinds = [
        copies([agency, replace(longer, outlet=outlet)], {})[0].kind
        for outlet in ("The Exercise Post", "Islandwire", None)
    ]
    assert kinds == [CopyKind.WIRE_COPY, CopyKind.NEAR_DUPLICATE, CopyKind.NEAR_DUPLICATE]


def test_independent_reports_with_one_quotation_are_no_copies() -> None:
    """A shared quotation of forty words does not make one source of two articles."""
    quotation = _words(9, 40)
    one, other = (document(" ".join(_words(seed, 150) + quotation + _words(seed + 1, 100)), seed) for seed in (1, 5))
    assert copies([one, other], {}) == ()


def test_furniture_does_not_count() -> None:
    """Two articles that share only the page around them are no copies; the same article on two pages is."""
    frame = " ".join(_words(7, 200))
    bodies = [" ".join(_words(seed, 120)) for seed in (1, 2)]
    framed = [
        replace(document(f"{body}\n{frame}", n), furniture=((len(body) + 1, len(body) + 1 + len(frame)),))
        for n, body in enumerate(bodies)
    ]
    assert copies(framed, {}) == ()
    assert len(copies([framed[0], document(bodies[0], 9)], {})) == 1


def test_empty_and_short_texts_are_safe() -> None:
    """Nothing is no copy of nothing; two short texts of the same words are."""
    assert copies([document("", 1), document("…", 2)], {}) == ()
    assert len(copies([document("Cable cut!", 1), document("cable cut", 2)], {})) == 1


def test_ten_thousand_copies_make_a_star() -> None:
    """Ten thousand slight variants of one article are linked to the first of them, within seconds."""
    base = _words(1, 120)
    documents = [document(" ".join([*base[: n % 120], f"change{n}", *base[n % 120 :]]), n) for n in range(10_000)]
    same = signature(documents[0].text)
    began = time.monotonic()
    # One signature stands for all, as it would for identical copies: what is measured is the linking.
    links = copies(documents, {one.id: same for one in documents})
    assert time.monotonic() - began < 30
    assert {link.first for link in links} == {documents[0].id}
    assert len(links) == 9_999


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_of_the_documents_does_not_matter(chance: random.Random) -> None:
    """The same documents in another order, with or without signatures, at once or bit by bit, give the same links; so do other ones after them."""
    wire = _words(1, 100)
    documents = [
        document(" ".join(wire), 1, day=9),
        document(" ".join([*wire, "late", "edition"]), 2),
        document(" ".join(_words(2, 150) + wire), 3, day=8),
        document(" ".join(_words(3, 90)), 4),
        document(" ".join(_words(3, 60) + _words(4, 90)), 5),
    ]
    expected = copies(documents, {})
    chance.shuffle(documents)
    assert copies(documents, _signatures(documents)) == expected
    assert len(expected) >= 3
    bit_by_bit = Copied()
    for count in range(1, len(documents) + 1):
        assert bit_by_bit.among(documents[:count], {}) == copies(documents[:count], {})
    redated = [replace(documents[0], published=documents[-1].published), *documents[1:]]
    assert bit_by_bit.among(redated, {}) == copies(redated, {})
    assert bit_by_bit.among(documents[1:], {}) == copies(documents[1:], {})


@given(st.text(max_size=200), st.text(max_size=200))
def test_shingles_ignore_case_and_punctuation(before: str, after: str) -> None:
    """Marks around the words change nothing; no text raises, and every signature has its length."""
    assert shingles(f"“{before}”!") == shingles(before)
    assert len(signature(before + after)) == 512
