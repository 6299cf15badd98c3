"""Sentence vectors: which pieces of a text a content's vector is made from, and how it is packed."""

import numpy as np
import pytest

from watchfloor.reading.network.sentence_vector import LARGEST, LONGEST, Meanings, Stretch, packed


def stretch(first: int, count: int) -> Stretch:
    """`count` pieces of two characters each from character `first` on, whose vectors tell the character they begin at."""
    starts = np.arange(first, first + 2 * count, 2, dtype=np.int64)
    return Stretch(starts, starts + 2, starts[:, None].astype(np.float32))


def test_a_content_is_its_own_pieces() -> None:
    """Only pieces that the content touches count, over windows and over gaps in the content."""
    meanings = Meanings((stretch(0, 5), stretch(10, 5)))
    assert meanings.of([(4, 6), (9, 13)])[:, 0].tolist() == [4, 8, 10, 12]


def test_a_content_beyond_the_text_has_no_piece() -> None:
    """A content that no piece touches gives no rows."""
    assert len(Meanings((stretch(0, 2),)).of([(50, 60)])) == 0
    assert len(Meanings().of([(0, 5)])) == 0


def test_a_long_content_is_cut() -> None:
    """No more pieces count than the network was taught with."""
    assert len(Meanings((stretch(0, 500),)).of([(0, 1000)])) == LONGEST


def test_packing_keeps_the_direction() -> None:
    """The largest number becomes 127, and the others follow in proportion."""
    numbers = np.frombuffer(packed(np.array([0.5, -0.25, 0.0], dtype=np.float32)), dtype=np.int8)
    assert numbers.tolist() == pytest.approx([LARGEST, -LARGEST / 2, 0], abs=1)


def test_nought_is_packed_as_nought() -> None:
    """A vector without a direction is packed, not divided by nothing."""
    assert packed(np.zeros(3, dtype=np.float32)) == bytes(3)
