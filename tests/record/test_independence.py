"""Independence: copies and one outlet are one source. Everything is an exercise."""

from __future__ import annotations

from desk import Desk
from watchfloor.model.copy import Copy, CopyKind
from watchfloor.record.independence import Sources


def test_copies_of_copies_are_one_source() -> None:
    """Three outlets that copy one another in a row are one source; a fourth is another."""
    desks = [Desk(f"EXERCISE {n}", f"Outlet {n}") for n in range(4)]
    copies = [Copy(desks[n].id, desks[n + 1].id, CopyKind.WIRE_COPY, 0.9) for n in range(2)]
    sources = Sources.of([d.document for d in desks], copies)
    assert sources.independent([d.id for d in desks[:3]]) == 1
    assert sources.independent([d.id for d in desks]) == 2


def test_one_outlet_is_one_source_under_two_spellings() -> None:
    """The outlets "www.The-Post.example" and "the-post.example" are one, and so are "The Post" and "post"."""
    desks = [
        Desk("EXERCISE a", "www.The-Post.example"),
        Desk("EXERCISE b", "the-post.example"),
        Desk("EXERCISE c", "The Post"),
        Desk("EXERCISE d", "post"),
    ]
    assert Sources.of([d.document for d in desks], ()).independent([d.id for d in desks]) == 2


def test_an_unknown_outlet_counts_by_document() -> None:
    """Two articles of unknown outlets are two sources."""
    desks = [Desk("EXERCISE a"), Desk("EXERCISE b")]
    assert Sources.of([d.document for d in desks], ()).independent([d.id for d in desks]) == 2


def test_one_shared_text_does_not_make_two_outlets_one_for_ever() -> None:
    """Two outlets that carried one agency's text are one source of it, and two of what each reported itself."""
    shared = [Desk("EXERCISE agency text", "Outlet 1"), Desk("EXERCISE agency text again", "Outlet 2")]
    own = [Desk("EXERCISE a report", "Outlet 1"), Desk("EXERCISE another report", "Outlet 2")]
    copies = [Copy(shared[0].id, shared[1].id, CopyKind.WIRE_COPY, 0.9)]
    sources = Sources.of([d.document for d in (*shared, *own)], copies)
    assert sources.independent([d.id for d in shared]) == 1
    assert sources.independent([d.id for d in own]) == 2
    assert sources.independent([shared[0].id, own[1].id]) == 2
