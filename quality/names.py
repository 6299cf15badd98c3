"""Names: how well persons, organisations and places are found on UNER's English-EWT dev, by exact spans and kinds.

In go its sentences, each read on its own by the network's names head, out come precision, recall and F1, micro over the three
kinds. Nothing of UNER is trained on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from digest import digest
from measured import Measured, tell
from watchfloor.reading.network.reader import Reader as Network

KINDS = ("PER", "ORG", "LOC")
"""Person, organisation, place, as UNER and the network both call them; what else the network finds (roles) doesn't count."""
FEW = 500
"""Sentences of the subset that --check reads."""

Name = tuple[int, int, str]
"""Start, end (exclusive) and kind."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text and the names annotated in it, in character offsets."""

    text: str
    names: frozenset[Name]


def sentences(path: Path) -> list[Sentence]:
    """The sentences of a file in IOB2 columns.

    Raises:
        ValueError: a token is not in its sentence's text.
    """
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return [_sentence(block.splitlines()) for block in blocks if block.strip()]


def found(network: Network, texts: Sequence[Sentence]) -> list[frozenset[Name]]:
    """The names that the network finds in each sentence."""
    tell(f"reading {len(texts)} sentences of UNER for their names")
    return [
        frozenset((n.start, n.end, n.kind) for n in network.read(sentence.text).names if n.kind in KINDS)
        for sentence in texts
    ]


def measure(name: str, texts: Sequence[Sentence], given: Sequence[frozenset[Name]]) -> Measured:
    """The figures of `given` against the names of `texts`, as the set `name`."""
    figures = _figures([sentence.names for sentence in texts], given)
    held = {
        f"{number:06}": "\n".join([sentence.text, *map(str, sorted(sentence.names))]).encode()
        for number, sentence in enumerate(texts)
    }
    return Measured(name=name, digest=digest(held), figures=figures)


def _figures(gold: Sequence[frozenset[Name]], given: Sequence[frozenset[Name]]) -> dict[str, float | None]:
    figures: dict[str, float | None] = {"sentences": len(gold)}
    for title, kinds in (("", KINDS), *((f"{kind.lower()}_", (kind,)) for kind in KINDS)):
        wanted = Counter((i, *one) for i, names in enumerate(gold) for one in names if one[2] in kinds)
        read = Counter((i, *one) for i, names in enumerate(given) for one in names if one[2] in kinds)
        both = (wanted & read).total()
        figures[f"{title}p"] = round(both / max(1, read.total()), 4)
        figures[f"{title}r"] = round(both / max(1, wanted.total()), 4)
        figures[f"{title}f1"] = round(2 * both / max(1, wanted.total() + read.total()), 4)
    return figures


def _sentence(lines: Sequence[str]) -> Sentence:
    mark = "# text = "
    text = next(line for line in lines if line.startswith(mark)).removeprefix(mark)
    names: list[Name] = []
    place = 0
    inside = ""
    for line in lines:
        if line.startswith("#"):
            continue
        _, token, tag, *_ = line.split("\t")
        start = text.index(token, place)
        place = start + len(token)
        kind = tag[2:]
        if tag.startswith("I-") and kind == inside:
            names[-1] = (names[-1][0], place, kind)
        elif kind:
            names.append((start, place, kind))
        inside = kind
    return Sentence(text, frozenset(name for name in names if name[2] in KINDS))
