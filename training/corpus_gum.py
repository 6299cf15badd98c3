"""GUM from disk as sentences with names: its nested mentions of ten types mapped to person, organisation, place, role.

In: a folder of WebAnno TSV files. Out: `Sentence`s with flat, labelled token ranges. GUM marks every mention, named or
not; which are names, and how far the name reaches, is decided here by letter case, by `corpus_gum_words.toml` and by the
article of Wikipedia that a mention may be tied to. The labels stay a guess that UNER's people would often but not always share.
Objects, events and the other types are left out.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
WORDS = {
    key: frozenset(text.split())
    for key, text in tomllib.loads(Path(__file__).with_name("corpus_gum_words.toml").read_text("utf-8")).items()
}
OWNS = frozenset({"'s", "’s", "'", "’"})
DEMONYM = re.compile(
    r"(ans?|ese|ish|ench|utch|greeks?|iraqis?|israelis?|pakistanis?|arabs?|jews?|muslims?|christians?|scots?|nazis?)$",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"_\(.*\)$|,_.*$")

Name = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens as written and `(start, end, label)` token ranges that do not overlap, end exclusive."""

    document: str
    tokens: tuple[str, ...]
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class _Mention:
    kind: str
    start: int
    end: int
    title: tuple[str, ...]
    """The words of the article it is tied to, in small letters; none where it is tied to none."""


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
    titles: dict[str, tuple[str, ...]] = {}
    for i, row in enumerate(rows):
        for kind, key in _items(row[3], i):
            found[key] = (kind, found[key][1] if key in found else i, i + 1)
        titles |= {key: _words(title) for title, key in _items(row[6], i)}
    return [_Mention(*value, titles.get(key, ())) for key, value in found.items()]


def _items(column: str, row: int) -> Iterator[tuple[str, str]]:
    """The values of one cell with the mention that each belongs to; one without a number is a mention of one token."""
    for item in column.split("|"):
        value, _, number = item.removesuffix("]").rpartition("[") if item.endswith("]") else (item, "", f"single{row}")
        if value not in {"_", ""}:
            yield value, number


def _words(title: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", BRACKETED.sub("", unquote(title)).replace("_", " ").lower()))


def _capital(tokens: tuple[str, ...], i: int, common: set[str]) -> bool:
    word = tokens[i]
    return word[0].isupper() and word.lower() not in WORDS["pronouns"] and not (i == 0 and word.lower() in common)


def _run(tokens: tuple[str, ...], mention: _Mention, common: set[str]) -> tuple[int, int] | None:
    """The capitalised run that names the mention: at its end, or before what only qualifies it, but no owner's name."""
    start, end = mention.start, mention.end
    if mention.kind == "person" or not mention.title:
        end -= tokens[end - 1] in OWNS
    while start < end:
        while start < end and not _capital(tokens, start, common):
            start += 1
        stop = _reach(tokens, start, end, common)
        if stop == start:
            return None
        owner = stop < end and tokens[stop] in OWNS and stop + 1 < end
        if not owner:
            whole = stop == end or tokens[stop].lower() in WORDS["openers"] or tokens[stop] in OWNS
            return (start, stop) if whole or _titled(tokens[start:stop], mention.title) else None
        start = stop + 1
    return None


def _reach(tokens: tuple[str, ...], start: int, end: int, common: set[str]) -> int:
    """Where the run of capitalised words that begins at `start` ends; small words only join what they stand between."""
    stop = start
    for i in range(start, end):
        if _capital(tokens, i, common) or (tokens[i][0].isdigit() and i > start):
            if not all(t.lower() in WORDS["joiners"] for t in tokens[stop:i]):
                break
            stop = i + 1
    return stop


def _titled(words: tuple[str, ...], title: tuple[str, ...]) -> bool:
    """Whether the words are the title, stand in it in order, or are its initials."""
    own = tuple(re.findall(r"\w+", " ".join(words).lower()))
    inside = any(title[i : i + len(own)] == own for i in range(len(title)))
    return bool(own) and (inside or "".join(w[0] for w in title if w not in WORDS["joiners"]) == "".join(own))


def _names(tokens: tuple[str, ...], mentions: list[_Mention], common: set[str]) -> tuple[Name, ...]:
    label: list[Name | None] = [None] * len(tokens)
    for mention in sorted(mentions, key=lambda m: m.end - m.start):
        run = _run(tokens, mention, common) if mention.kind in KINDS else None
        if run is None or (run[1] - run[0] == 1 and _unnamed(tokens, run[0], mention, common)):
            continue
        for name in _labelled(tokens, *run, KINDS[mention.kind]):
            if not _blocked(tokens, name, {other for other in label[name[0] : name[1]] if other}):
                label[name[0] : name[1]] = [name] * (name[1] - name[0])
    return tuple(sorted({item for item in label if item}))


def _blocked(tokens: tuple[str, ...], name: Name, inside: set[Name]) -> bool:
    """Whether the names found inside keep a longer one from being one: it cuts them, is the same, or only lists them."""
    start, end, kind = name
    listed = len(inside) > 1 and "and" in tokens[start:end]
    same = any((a, b) == (start, end) for a, b, _ in inside)
    return same or listed or any(a < start or b > end for a, b, _ in inside) or (kind == "PER" and bool(inside))


def _unnamed(tokens: tuple[str, ...], at: int, mention: _Mention, common: set[str]) -> bool:
    """Whether a single capitalised word names nobody: a defined term, a group of people, a word of the language."""
    word = tokens[at].lower()
    if word in WORDS["generic"]:
        return True
    if mention.kind == "person":
        before = tokens[at - 1].lower() if at else ""
        return before in {"the", "these", "those", "many", "some", "other"} or (word in common and not mention.title)
    return word in common and not _titled((word,), mention.title)


def _labelled(tokens: tuple[str, ...], start: int, end: int, kind: str) -> Iterator[Name]:
    if kind != "PER":
        if kind == "LOC" and end - start > 1 and tokens[end - 1].lower() in WORDS["streets"]:
            return
        people = end - start == 1 and DEMONYM.search(tokens[start]) and kind == "ORG"
        if not people and not (kind == "LOC" and "and" in tokens[start:end]):
            yield start, end, kind
        return
    if tokens[start].lower() == "the":
        start += 1
    first = start
    while first < end and tokens[first].lower() in WORDS["titles"] | {"of", "the", "and"}:
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
