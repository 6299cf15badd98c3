"""GUM from disk as sentences with names: its nested mentions of ten types mapped to person, organisation, place, role.

In: a folder of WebAnno TSV files. Out: `Sentence`s with flat, labelled token ranges. GUM marks every mention, named or
not, and says nothing about names; capital letters, determiners and titles decide here, so the labels are a guess that
UNER's people would often but not always share. Object, event and the other types are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
JOINERS = {
    "of",
    "the",
    "and",
    "for",
    "de",
    "la",
    "van",
    "von",
    "al",
    "bin",
    "&",
    "-",
    "'s",
    "’s",
    ".",
    "on",
    "del",
    "du",
}
OPENERS = {"in", "at", "on", "from", ",", "(", "who", "which", "that", "-", "–", "—", "with", "'s", "’s", "to", "as"}
PRONOUNS = {
    "i",
    "he",
    "she",
    "it",
    "we",
    "you",
    "they",
    "who",
    "this",
    "that",
    "my",
    "his",
    "her",
    "our",
    "their",
    "its",
    "me",
    "your",
    "these",
    "those",
    "one",
    "someone",
    "everyone",
    "god",
    "people",
    "what",
    "all",
    "some",
}
TITLES = {
    "president",
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "dr",
    "dr.",
    "sir",
    "lord",
    "lady",
    "king",
    "queen",
    "prince",
    "princess",
    "prof.",
    "professor",
    "senator",
    "sen.",
    "rep.",
    "representative",
    "governor",
    "gov.",
    "minister",
    "prime",
    "secretary",
    "general",
    "gen.",
    "admiral",
    "colonel",
    "col.",
    "captain",
    "capt.",
    "lieutenant",
    "lt.",
    "major",
    "sergeant",
    "officer",
    "judge",
    "justice",
    "chief",
    "chancellor",
    "ambassador",
    "commissioner",
    "mayor",
    "director",
    "chairman",
    "chairwoman",
    "pope",
    "bishop",
    "archbishop",
    "saint",
    "st.",
    "father",
    "sister",
    "uncle",
    "aunt",
    "emperor",
    "vice",
    "attorney",
    "deputy",
    "former",
    "foreign",
    "defense",
    "defence",
    "spokesman",
    "spokeswoman",
    "congressman",
    "congresswoman",
    "coach",
    "ceo",
    "reverend",
    "rev.",
}
DEMONYM = re.compile(
    r"(ans?|ese|ish|ench|utch|greeks?|iraqis?|israelis?|pakistanis?|arabs?|jews?|muslims?|christians?)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens as written and `(start, end, label)` token ranges that do not overlap, end exclusive."""

    document: str
    tokens: tuple[str, ...]
    names: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class _Mention:
    kind: str
    start: int
    end: int


def sentences(folder: Path) -> list[Sentence]:
    """All sentences of the folder's files in order; raises FileNotFoundError when there is no file."""
    paths = sorted(folder.glob("*.tsv"))
    if not paths:
        message = f"expected GUM's .tsv files in {folder}"
        raise FileNotFoundError(message)
    parsed = [(path.stem, tokens, mentions) for path in paths for tokens, mentions in _blocks(path)]
    common = {token for _, tokens, _ in parsed for token in tokens if token.islower()}
    return _settled([Sentence(name, tokens, _names(tokens, mentions, common)) for name, tokens, mentions in parsed])


def _blocks(path: Path) -> Iterator[tuple[tuple[str, ...], list[_Mention]]]:
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and line[0].isdigit()]
        if rows:
            yield tuple(row[2] for row in rows), _mentions(rows)


def _mentions(rows: list[list[str]]) -> list[_Mention]:
    found: dict[str, tuple[str, int, int]] = {}
    for i, row in enumerate(rows):
        for item in row[3].split("|"):
            kind, _, number = item.partition("[")
            if kind in {"_", ""}:
                continue
            key = number or f"single{i}"
            start = found[key][1] if key in found else i
            found[key] = (kind, start, i + 1)
    return [_Mention(*value) for value in found.values()]


def _capital(tokens: tuple[str, ...], i: int, common: set[str]) -> bool:
    word = tokens[i]
    return word[0].isupper() and word.lower() not in PRONOUNS and not (i == 0 and word.lower() in common)


def _run(tokens: tuple[str, ...], mention: _Mention, common: set[str]) -> tuple[int, int] | None:
    """The capitalised run that names the mention: at its end, or before what only qualifies it."""
    start, end = mention.start, mention.end
    while start < end and not _capital(tokens, start, common):
        start += 1
    stop = start
    for i in range(start, end):
        if _capital(tokens, i, common) or (tokens[i][0].isdigit() and i > start):
            if all(t.lower() in JOINERS for t in tokens[stop:i]):
                stop = i + 1
            else:
                break
    if stop == start:
        return None
    while stop < end and tokens[stop] in {"'s", "’s", ".", "'"} and stop + 1 == end:
        end -= 1
    whole = stop == end or tokens[stop].lower() in OPENERS
    return (start, stop) if whole else None


def _names(tokens: tuple[str, ...], mentions: list[_Mention], common: set[str]) -> tuple[tuple[int, int, str], ...]:
    label: list[tuple[int, int, str] | None] = [None] * len(tokens)
    for mention in sorted(mentions, key=lambda m: m.end - m.start):
        run = _run(tokens, mention, common) if mention.kind in KINDS else None
        if run is None:
            continue
        for start, end, kind in _labelled(tokens, *run, KINDS[mention.kind]):
            inside = {label[i] for i in range(start, end)} - {None}
            if any(other[0] < start or other[1] > end for other in inside if other):
                continue
            if kind == "PER" and any(label[i] is not None for i in range(start, end)):
                continue
            label[start:end] = [(start, end, kind)] * (end - start)
    return tuple(sorted({item for item in label if item}))


def _labelled(tokens: tuple[str, ...], start: int, end: int, kind: str) -> Iterator[tuple[int, int, str]]:
    if kind != "PER":
        people = end - start == 1 and DEMONYM.search(tokens[start]) and kind == "ORG"
        if not people and not (kind == "LOC" and "and" in tokens[start:end]):
            yield start, end, kind
        return
    if tokens[start].lower() == "the":
        start += 1
    first = start
    while first < end and tokens[first].lower() in TITLES | {"of", "the", "and"}:
        first += 1
    if first > start and tokens[first - 1].lower() in {"of", "the", "and"}:
        return
    if first > start:
        yield start, first, "ROLE"
    if first < end and not (end - first == 1 and DEMONYM.search(tokens[first]) and first == start):
        yield first, end, "PER"


def _settled(whole: list[Sentence]) -> list[Sentence]:
    """Organisations whose name is a place's name more often become places: states acting, as UNER labels them."""
    uses: Counter[tuple[tuple[str, ...], str]] = Counter((s.tokens[a:b], kind) for s in whole for a, b, kind in s.names)
    out = []
    for s in whole:
        names = tuple(
            (a, b, "LOC" if kind == "ORG" and uses[s.tokens[a:b], "LOC"] > uses[s.tokens[a:b], "ORG"] else kind)
            for a, b, kind in s.names
        )
        out.append(Sentence(s.document, s.tokens, names))
    return out
