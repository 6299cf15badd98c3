"""Names as spelling has them: initials, the dot of "Inc.", Arabic articles, two places side by side, addresses of the net.

In: a text and the names that the network found in it. Out: names whose edges cut no such word, without those that stand in an
address. Which names there are, and of which kind, the network says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from watchfloor.reading.actor.register import state_named
from watchfloor.reading.place.gazetteer.supplement import known_place

UNBROKEN = re.compile(r"""[^\s<>()\[\]"“”]+""")
ADDRESS = re.compile(
    r"@[^@]*\.[a-z]{2}|^https?://|^www\.|\.(?:com|net|org|edu|gov|html?|docx?|pdf|jpe?g|xls)\b", re.IGNORECASE
)
"""What makes unbroken characters an address or the name of a file."""
LEGAL_FORM = re.compile(r"(?:,? (?:Inc|Corp|Ltd|Co|LLC|LLP|PLC|GmbH)\b)?\.?")
ABBREVIATED = re.compile(r"\b(?:Inc|Corp|Ltd|Co|LLC|LLP|PLC|GmbH)\.?$")
INITIALS = re.compile(r"(?<![\w.])(?!P\. ?S\.)(?:[A-Z]\. ?){1,3}$")
ARTICLE = re.compile(r"(?<!\w)(?:al|el|as|az|ash|an|ar|at|ad)-$", re.IGNORECASE)
FAMILY = re.compile(r"(?: (?:al|el|as|az|ash|an|ar|at|ad)|(?<=\b[AaEe]l))-[A-Z]\w+|(?<=-)[A-Z]\w+")
MIDDLE_INITIAL = re.compile(r"(?<=\b[A-Z])\. ?[A-Z]\w+")
TRAILING = re.compile(r"(?<=\w)[\s/|(\[,;:–—-]+$")
POSTAL = frozenset(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IA KS KY LA MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK PA RI SC SD TN TX UT VT VA WA WV WI WY".split()
)
"""The states of the United States as addresses abbreviate them, without those that are words."""
HEADER = re.compile(r"(?:(?<=\n)|(?<![\s\S])|(?<=\"))[\w'’-]{1,40}, [\w'’-]{1,40}(?=\s*(?:$|\n|\"|<))")
"""A person as a directory or a mail's header writes it, the family's name first."""
REACH = 12
"""Characters before a name in which its initials or its article stand."""
ONE_WITH = frozenset(
    "of the and new north south east west northern southern eastern western central upper lower greater little old lake mount mt port fort gulf sea bay "
    "saint st san state republic kingdom university city".split()
)
"""Words after which the name of a state or region is the end of another place's name."""


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name in character offsets; `kind` is PER, ORG, LOC or ROLE; `probability` is the network's, not calibrated."""

    start: int
    end: int
    kind: str
    probability: float


def spelled(text: str, names: Iterable[FoundName]) -> Iterator[FoundName]:
    """The names with edges as the text spells them, in order and without overlap; the earlier of two that come to overlap stays."""
    addresses = [found.span() for found in UNBROKEN.finditer(text) if ADDRESS.search(found.group())]
    at = reached = 0
    for name in names:
        while at < len(addresses) and addresses[at][1] < name.end:
            at += 1
        if at < len(addresses) and addresses[at][0] <= name.start:
            continue
        for one in _apart(text, _whole(text, name, reached)):
            if one.start >= reached:
                reached = one.end
                yield one


def _whole(text: str, name: FoundName, reached: int) -> FoundName:
    """The name with what its spelling shows to belong to it, but for what an earlier name has taken."""
    start, end = name.start, name.end
    before = text[max(reached, start - REACH) : start]
    if found := ARTICLE.search(before) or (INITIALS.search(before) if name.kind in {"PER", "ORG"} else None):
        start -= len(found.group())
    if name.kind == "ORG" and (form := LEGAL_FORM.match(text, end)) and ABBREVIATED.search(text[start : form.end()]):
        end = form.end()
    if name.kind in {"PER", "ORG"} and (rest := FAMILY.match(text, end)):
        end = rest.end()
    elif name.kind == "PER" and (rest := MIDDLE_INITIAL.match(text, end) or HEADER.match(text, start)):
        end = max(end, rest.end())
    trailing = TRAILING.search(text[start:end])
    return replace(name, start=start, end=end - len(trailing.group()) if trailing else end)


def _apart(text: str, name: FoundName) -> Iterator[FoundName]:
    """A town and the state or region it lies in are two places ("Norhaven Ohio"), unless they are one place's name."""
    words = text[name.start : name.end].split()
    if name.kind == "LOC" and not _known(" ".join(words)):
        for tail in (2, 1):
            outer = " ".join(words[-tail:])
            inner = words[-tail - 1].lower() if len(words) > tail else "of"
            if (
                inner not in ONE_WITH
                and (_known(outer) or outer.upper() in POSTAL)
                and text[: name.end].endswith(outer)
            ):
                yield replace(name, end=name.start + len(text[name.start : name.end - len(outer)].rstrip()))
                yield replace(name, start=name.end - len(outer))
                return
    yield name


def _known(written: str) -> bool:
    place = written.title() if written.islower() else written
    return known_place(place) is not None or state_named(place) is not None
