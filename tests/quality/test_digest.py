"""A digest names a set of bytes and nothing else."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from digest import LENGTH, digest, digest_of

PARTS = st.dictionaries(st.text(max_size=4), st.binary(max_size=4), max_size=4)


@given(PARTS)
def test_order_does_not_matter(parts: dict[str, bytes]) -> None:
    """The same parts in another order have the same digest."""
    assert digest(dict(reversed(parts.items()))) == digest(parts)
    assert len(digest(parts)) == LENGTH


@given(PARTS, PARTS)
def test_different_sets_differ(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    """No byte, name or boundary between them can move without changing the digest."""
    assert (digest(one) == digest(other)) == (one == other)


def test_files_go_by_their_place_in_the_folder(tmp_path: Path) -> None:
    """A set that lies elsewhere is the same set; a renamed file makes another one."""
    for folder, name in (("here", "a.txt"), ("there", "a.txt"), ("renamed", "b.txt")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_bytes(b"exercise")
    here, there, renamed = (digest_of((tmp_path / f).iterdir(), tmp_path / f) for f in ("here", "there", "renamed"))
    assert here == there != renamed
