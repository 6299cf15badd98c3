"""Who: which actor of the document a name in an answer means.

In go a document's cast and names, out come ids of its actors. A name that the document does not have means nobody; one that stands
in it, and is nobody of the cast, becomes an actor of its own whose kind is not known.
"""

from __future__ import annotations

from watchfloor.model.actor import Actor, ActorType
from watchfloor.model.document import Document
from watchfloor.reading.actor.coreference import Cast
from watchfloor.reading.actor.mention import MentionKind
from watchfloor.reading.llm.alignment import Ground
from watchfloor.reading.passage import Page


class Who:
    """Looks names up in one document, and remembers the actors that this adds."""

    def __init__(self, page: Page, cast: Cast) -> None:
        self._document: Document = page.document
        self._cast = cast
        self._mentions = [m for p in page.passages for m in p.mentions if m.kind is not MentionKind.PRONOUN]
        self._named = {
            name.casefold(): actor.id for actor in reversed(cast.actors) for name in (*actor.aliases, actor.name)
        }
        self.added: dict[str, Actor] = {}

    def known(self, name: str | None, ground: Ground, near: tuple[int, int]) -> str | None:
        """The actor of the cast who bears that name or is meant where it stands, `near` those characters; None if nobody is."""
        if not name:
            return None
        bearer = self._named.get(" ".join(name.split()).casefold())
        found = None if bearer else ground.find(name, near=near)
        if found is None:
            return bearer
        within = (m for m in self._mentions if m.start < found.end and found.start < m.end)
        return next((who for mention in within if (who := self._cast.actor_of(mention))), None)

    def meant(self, name: str, ground: Ground, near: tuple[int, int]) -> str | None:
        """The same; a name that stands there and is nobody of the cast becomes an actor."""
        known = self.known(name, ground, near)
        found = None if known else ground.find(name, near=near)
        if found is None:
            return known
        span = self._document.span(found.start, found.end)
        actor = Actor(
            f"{self._document.short_id}:A{found.start}",
            self._document.quote(span),
            ActorType.ANONYMOUS,
            mentions=(span,),
        )
        return self.added.setdefault(actor.id, actor).id
