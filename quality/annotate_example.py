"""Writes the gold annotation of the packaged example: quality/example_annotation.toml in, gold.json out.

    annotate_example.py [--check]

The articles are acquired as the product acquires them, so that the offsets point into the same canonical text; each
string of the annotation is looked up in it and the offsets are where it stands. With --check nothing is written
and the exit status is 1 if gold.json is not what it would be. Nothing here judges a reading: `score.py` does.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from watchfloor.evidence.exhibit import Exhibit
from watchfloor.evidence.fetch import FetchPolicy
from watchfloor.evidence.intake import acquire
from watchfloor.model.document import Document

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "exercise-amber-tide"
ANNOTATION = Path(__file__).with_name("example_annotation.toml")

_Item = dict[str, Any]
_Offsets = tuple[int, int]


class NotInText(ValueError):  # noqa: N818 - says what happened, like the product's own errors
    """A string of the annotation stands nowhere in its document, or in several places of which none is named."""


def places(text: str, string: str) -> list[_Offsets]:
    """Every place where `string` stands in `text` as whole words, in order."""
    before = r"(?<!\w)" if string[:1].isalnum() else ""
    after = r"(?!\w)" if string[-1:].isalnum() else ""
    return [match.span() for match in re.finditer(before + re.escape(string) + after, text)]


def find(text: str, wanted: str, near: Iterable[_Offsets] = ()) -> _Offsets:
    """Where `wanted` stands: the only place, the one numbered by `@@n`, or the one nearest to the places `near` but outside of them.

    Raises:
        NotInText: no place fits, or several do and nothing says which.
    """
    string, _, number = wanted.partition("@@")
    found = places(text, string)
    if number:
        found = found[int(number) - 1 : int(number)]
    anchors = list(near)
    if len(found) > 1 and anchors:
        outside = [f for f in found if not any(f[0] < end and start < f[1] for start, end in anchors)]
        found = sorted(outside or found, key=lambda f: min(_distance(f, anchor) for anchor in anchors))[:1]
    if len(found) != 1:
        raise NotInText(f"expected one place for {wanted!r}, found {len(found)}; number it with @@n or correct it")
    return found[0]


def _distance(first: _Offsets, second: _Offsets) -> int:
    return max(first[0] - second[1], second[0] - first[1], 0)


def pieces(text: str, wanted: list[str]) -> list[_Offsets]:
    """The places of the pieces of one quotation, each after the one before it."""
    found: list[_Offsets] = []
    for string in wanted:
        after = [place for place in places(text, string) if place[0] >= (found[-1][1] if found else 0)]
        found.append(after[0] if found and after else find(text, string))
    return found


class Annotator:
    """Turns the items of one document from strings into offsets; `actors` are the ids behind the annotation's keys."""

    def __init__(self, key: str, text: str, actors: Mapping[str, str]) -> None:
        self.key = key
        self.text = text
        self.actors = actors

    def statement(self, item: _Item) -> _Item:
        """One statement in the press schema."""
        content = pieces(self.text, item["content"])
        return self._head(item) | {
            "kind": item["kind"],
            "content": content,
            "cue": self._nearest(item.get("cue"), content),
            "source": self._nearest(item.get("source"), content),
            "speaker": self._actor(item.get("speaker")),
            "via": item.get("via"),
            "stance": [dict(zip(("toward", "polarity"), s.split("="), strict=True)) for s in item.get("stance", [])],
        }

    def incident(self, item: _Item) -> _Item:
        """One incident report in the press schema."""
        triggers = [find(self.text, string) for string in item["trigger"]]
        return self._head(item) | {
            "type": item["type"],
            "trigger": triggers,
            "status": item["status"],
            "specific": item["specific"],
            "when": {
                "text": self._nearest(item.get("when"), triggers),
                "earliest": _day(item.get("earliest")),
                "latest": _day(item.get("latest")),
            },
            "where": [self._place(place, triggers) for place in item.get("where", [])],
            "target": [self._nearest(target, triggers) for target in item.get("target", [])],
            "blamed": [self._blame(blame) for blame in item.get("blamed", [])],
        }

    def position(self, item: _Item) -> _Item:
        """One position in the press schema."""
        return self._head(item) | {
            "actor": self._actor(item["actor"]),
            "toward": item["toward"],
            "polarity": item["polarity"],
            "span": find(self.text, item["span"]),
        }

    def figure(self, item: _Item) -> _Item:
        """One figure in the press schema."""
        return self._head(item) | {
            "span": find(self.text, item["span"]),
            "value": item["value"],
            "value_high": item.get("value_high"),
            "unit": item["unit"],
            "of": item["of"],
            "asserted_by": self._actor(item.get("by", "narrator")),
            "approx": item.get("approx", False),
        }

    def _head(self, item: _Item) -> _Item:
        return {"id": f"{self.key}:{item['id']}", "doc": self.key}

    def _actor(self, key: str | None) -> str | None:
        return key if key in (None, "narrator") else self.actors[key]

    def _nearest(self, wanted: str | None, near: list[_Offsets]) -> _Offsets | None:
        return None if wanted is None else find(self.text, wanted, near)

    def _place(self, wanted: str, near: list[_Offsets]) -> _Item:
        words, name, *country = wanted.split("=")
        return {"text": self._nearest(words, near), "name": name, "country": country[0] if country else None}

    def _blame(self, blame: _Item) -> _Item:
        return {
            "actor": self._actor(blame["actor"]),
            "by": self._actor(blame["by"]),
            "hedge": blame["hedge"],
            "span": find(self.text, blame["span"]),
        }


def _day(day: object) -> str | None:
    return None if day is None else str(day)


def items(annotation: _Item, document: _Item, kind: str) -> list[_Item]:
    """The items of `kind` of a document, with those of the document that it is `like` first."""
    own: list[_Item] = document.get(kind, [])
    if "like" not in document:
        return own
    original = next(d for d in annotation["document"] if d["key"] == document["like"])
    return [i for i in items(annotation, original, kind) if i["id"] not in document.get("without", [])] + own


def annotate(annotation: _Item, documents: Mapping[str, Document]) -> _Item:
    """The annotation in the press schema; `documents` holds each document under its file name.

    Raises:
        NotInText: a string has no place; the message names the document.
    """
    ids = {key: f"A{number}" for number, key in enumerate(annotation["actors"], start=1)}
    gold: _Item = {
        "story": annotation["story"],
        "documents": [_document(d["key"], d["file"], documents[d["file"]]) for d in annotation["document"]],
        "actors": [{"id": ids[key], "roles": [], "aliases": []} | actor for key, actor in annotation["actors"].items()],
        "statements": [],
        "incidents": [],
        "positions": [],
        "figures": [],
    }
    for document in annotation["document"]:
        annotator = Annotator(document["key"], documents[document["file"]].text, ids)
        makers = (annotator.statement, annotator.incident, annotator.position, annotator.figure)
        for kind, make in zip(("statements", "incidents", "positions", "figures"), makers, strict=True):
            try:
                gold[kind] += [make(item) for item in items(annotation, document, kind)]
            except NotInText as error:
                raise NotInText(f"{document['file']}, {kind}: {error}") from error
    gold |= annotation["links"]
    gold["contradictions"] = [{"id": f"X{n}"} | item for n, item in enumerate(annotation["contradiction"], start=1)]
    gold["omissions"] = annotation["omission"]
    return gold


def _document(key: str, file: str, document: Document) -> _Item:
    published = document.published.first_day if document.published else None
    return {
        "id": key,
        "path": f"texts/{file}",
        "sha256": document.id,
        "outlet": document.outlet,
        "published": _day(published),
        "headline": document.headline,
    }


def example_documents(texts: Path) -> dict[str, Document]:
    """The documents of the example's folder, each under the name of the file that holds it.

    Raises:
        ValueError: an article was refused.
    """
    files = {path.name for path in texts.iterdir()}
    documents: dict[str, Document] = {}
    for item in acquire([str(texts)], fetch=FetchPolicy(), now=datetime.now(UTC)):
        if not isinstance(item, Exhibit):
            raise ValueError(f"the example holds an input that is refused: {item}")  # noqa: TRY004 - not a type error
        name = max((file for file in files if file in item.document.origin), key=len)
        documents[name] = item.document
    return documents


def encoded(gold: _Item) -> str:
    """The annotation as JSON, one item a line."""
    parts = []
    for key, value in gold.items():
        lines = (
            ",\n  ".join(json.dumps(entry, ensure_ascii=False) for entry in value) if isinstance(value, list) else ""
        )
        body = f"[\n  {lines}\n ]" if isinstance(value, list) else json.dumps(value, ensure_ascii=False)
        parts.append(f" {json.dumps(key)}: {body}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main() -> int:
    """Write gold.json, or with --check compare it."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--check", action="store_true", help="write nothing; exit 1 if gold.json is out of date")
    check = arguments.parse_args().check
    annotation = tomllib.loads(ANNOTATION.read_text(encoding="utf-8"))
    gold = encoded(annotate(annotation, example_documents(EXAMPLE / "texts")))
    path = EXAMPLE / "gold.json"
    if not check:
        path.write_text(gold, encoding="utf-8")
    elif path.read_text(encoding="utf-8") != gold:
        print("gold.json is not what example_annotation.toml says; run quality/annotate_example.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
