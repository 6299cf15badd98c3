"""Commands that open one thing in its context: show, search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from watchfloor.cli import walk
from watchfloor.cli.options import STORE, By, Db, Json, MinConfidence, Outlets, Quiet, ReaderName
from watchfloor.cli.terminal import note, put, put_json, put_laid_out

if TYPE_CHECKING:
    from watchfloor.model.document import Document
    from watchfloor.model.span import Span
    from watchfloor.products.item import Item
    from watchfloor.store.search import Hit

HITS = 20
"""Documents found before one is asked to say more: two screens."""


def show(
    item: Annotated[str, typer.Argument(metavar="ID", help="The id of any item, or as much of it as is unique.")],
    db: Db = STORE,
    by: By = ReaderName.TRAINED,
    confidence: MinConfidence = 0.0,
    outlets: Outlets = None,
    *,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Show one item of the record with its evidence.

    An item is a document, claim, actor, utterance, incident, contradiction, group of figures or story.
    """
    from watchfloor.model.document import by_id  # noqa: PLC0415
    from watchfloor.products.item import find  # noqa: PLC0415 - see watchfloor.cli

    ratings = walk.rated(db, outlets)
    with walk.chosen(by, db, quiet=quiet) as reader, walk.opened(db) as store:
        record = walk.record_of(store, reader, confidence, ratings, quiet=quiet)
    found = find(record, item)
    documents = by_id(record.documents)
    if as_json:
        put_json(_as_json(found, documents))
    else:
        _print(found, documents)


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help='All of them must be there; "in quotes" side by side.')
    ],
    db: Db = STORE,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Documents at most.")] = HITS,
    *,
    as_json: Json = False,
) -> None:
    """Find words in the articles of the store."""
    from watchfloor.store.search import match_query  # noqa: PLC0415 - see watchfloor.cli

    if not match_query(" ".join(words)):
        raise typer.BadParameter("there is no word to look for; give one with a letter or a digit", param_hint="WORDS")
    with walk.opened(db) as store:
        hits = [(hit, store.document(hit.document_id)) for hit in store.search(" ".join(words), limit)]
    if as_json:
        put_json([_hit_json(hit, document) for hit, document in hits])
        return
    if not hits:
        note("No article holds all of these words.")
    for hit, document in hits:
        _print_hit(hit, document)


def _print(item: Item, documents: dict[str, Document]) -> None:
    from watchfloor.cli.tables import facts  # noqa: PLC0415 - see watchfloor.cli

    put_laid_out(f"{item.kind} {item.id}", style="bold")
    put_laid_out(facts(item.facts))
    for evidence in item.evidence:
        document = documents[evidence.spans[0].document_id]
        put("")
        _print_heading(document, evidence.label)
        _print_passage(document, evidence.spans)
    if item.kind == "document":
        put("")
        put(documents[item.id].text)


def _print_hit(hit: Hit, document: Document) -> None:
    _print_heading(document, "")
    within = [span for span in hit.words if hit.excerpt.covers(span)]
    _print_marked(_cut(document, hit.excerpt.start, hit.excerpt.end, within))
    put("")


def _print_heading(document: Document, label: str) -> None:
    from watchfloor.cli.terminal import line  # noqa: PLC0415
    from watchfloor.products.brief.dating import moment  # noqa: PLC0415

    name = document.outlet or document.origin
    parts = (document.short_id, name, moment(document.published), document.headline, label)
    put_laid_out(line(" · ".join(part for part in parts if part)), style="dim")


def _print_passage(document: Document, spans: Sequence[Span]) -> None:
    _print_marked(_passage(document, spans))


def _print_marked(pieces: Iterator[tuple[str, bool]]) -> None:
    from watchfloor.cli.tables import marked  # noqa: PLC0415 - see watchfloor.cli

    put_laid_out(marked(pieces))


def _passage(document: Document, spans: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """The spans in their sentence and paragraph, as pieces of text of which the spans are marked."""
    from watchfloor.products.brief.evidence import Focus  # noqa: PLC0415
    from watchfloor.products.brief.passage import passage  # noqa: PLC0415
    from watchfloor.reading.text.sentence import sentences  # noqa: PLC0415

    for stretch in passage(document, spans, sentences(document)):
        yield stretch.text, stretch.focus is Focus.MARKED


def _cut(document: Document, start: int, end: int, words: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    for span in words:
        yield document.text[start : span.start], False
        yield document.quote(span), True
        start = span.end
    yield document.text[start:end], False


def _as_json(item: Item, documents: dict[str, Document]) -> dict[str, object]:
    return {
        "kind": item.kind,
        "id": item.id,
        "facts": [{"name": name, "value": value} for name, value in item.facts if value],
        "evidence": [
            {
                **_source(documents[evidence.spans[0].document_id]),
                "label": evidence.label,
                "spans": [[span.start, span.end] for span in evidence.spans],
                "passage": "".join(
                    text for text, _ in _passage(documents[evidence.spans[0].document_id], evidence.spans)
                ),
            }
            for evidence in item.evidence
        ],
        **({"text": documents[item.id].text} if item.kind == "document" else {}),
    }


def _hit_json(hit: Hit, document: Document) -> dict[str, object]:
    return {
        **_source(document),
        "words": [[span.start, span.end] for span in hit.words],
        "excerpt": [hit.excerpt.start, hit.excerpt.end],
        "text": document.quote(hit.excerpt),
    }


def _source(document: Document) -> dict[str, object]:
    published = document.published and document.published.first_day
    return {
        "document": document.id,
        "outlet": document.outlet,
        "headline": document.headline,
        "published": published and published.isoformat(),
        "url": document.url,
        "origin": document.origin,
    }
