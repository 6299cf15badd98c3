"""PolNeAR from disk: articles and their attributions, and the articles held out of its train part.

In: a folder with text/ and attributions/ (brat standoff). Out: `Article`s. Where several people annotated an article,
the first by file name counts, as in `score/polnear.py`. Does not tokenise.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

EDGE = " \t\r\n\"'“”‘’«»,.;:!?-–—()[]"
"""Characters at the ends of a span that the scorer ignores, and that targets therefore leave out."""

HELD_OUT = 60
"""Articles of train never trained on: the first half chooses thresholds, the second half calibrates."""

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (source) said (cue) what (content), each as pieces of character offsets; any may be empty but the content."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Article:
    """One text with its attributions in the order of the annotation."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]


def articles(folder: Path) -> list[Article]:
    """All annotated articles of a part (train or dev), by name; raises FileNotFoundError when the folder is not there."""
    if not (folder / "attributions").is_dir():
        message = f"expected PolNeAR's attributions/ and text/ in {folder}"
        raise FileNotFoundError(message)
    first: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        first.setdefault(path.stem.rsplit("_", 1)[0], path)
    out = []
    for name, path in first.items():
        source = folder / "text" / f"{name}.txt"
        if source.exists():
            out.append(Article(name, source.read_bytes().decode("utf-8"), _attributions(path.read_text("utf-8"))))
    return out


def held_out(whole: list[Article]) -> tuple[list[Article], list[Article]]:
    """(train, held out): the `HELD_OUT` articles with the lowest hash of their names are held out, in that order."""
    by_hash = sorted(whole, key=lambda a: hashlib.sha256(a.name.encode()).hexdigest())
    return by_hash[HELD_OUT:], by_hash[:HELD_OUT]


def hull(text: str, spans: Spans) -> tuple[int, int] | None:
    """From the first to the last piece, without edge punctuation; None when nothing is left."""
    if not spans:
        return None
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return (start, end) if end > start else None


def _attributions(annotation: str) -> tuple[Attribution, ...]:
    spans: dict[str, Spans] = {}
    events = []
    for line in annotation.splitlines():
        parts = line.split("\t")
        if line.startswith("T") and len(parts) > 1:
            pairs = (piece.split() for piece in parts[1].partition(" ")[2].split(";"))
            spans[parts[0]] = tuple((int(a), int(b)) for a, b in pairs)
        elif line.startswith("E"):
            events.append(parts[1])
    out = []
    for event in events:
        roles: dict[str, Spans] = {"source": (), "cue": (), "content": ()}
        for item in event.split():
            role, _, reference = item.partition(":")
            role = role.rstrip("0123456789").lower()
            if role in roles and reference in spans:
                roles[role] += spans[reference]
        if roles["content"]:
            out.append(Attribution(**roles))
    return tuple(out)
