"""The trained reader: statements, and the types of names, by the network that the package ships; everything else by the rules.

One Document in, one Reading out; no download, one thread a run, the same reading for any number of threads. The network is loaded
at the first document and kept. How it was made and what it gets wrong: docs/reference/model-card.md.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import as_file, files
from threading import Lock

from watchfloor.model.document import Document
from watchfloor.model.reading import Reading
from watchfloor.reading.actor.mention import Mention
from watchfloor.reading.composition import compose, left_unread
from watchfloor.reading.network import speech
from watchfloor.reading.network.mention_type import typed
from watchfloor.reading.network.overlooked import with_overlooked
from watchfloor.reading.network.reader import Reader as Network
from watchfloor.reading.passage import page
from watchfloor.reading.rules import RuleReader
from watchfloor.reading.speech.attribution import Attribution, attributions
from watchfloor.reading.speech.source import Source

_SAME = 0.5
"""Dice coefficient from which the network's and the rules' contents are one statement, as the scorers take it."""
_REACH = 1500
"""Characters back at which a content may begin that overlaps another: no longer than an article's longest quotation."""
_ARTICLE = 4
"""Characters of "the" and a blank."""
_LOADING = Lock()
WEIGHTS = "weights"
"""The folder of `reading.network` that holds the graph, its tokenizer, its calibration and its version."""


class TrainedReader:
    """Reads English: who says what by the network, with the rules' help on who is meant; the rest by the rules."""

    @property
    def name(self) -> str:
        """The network's version and the rules', as every claim names them."""
        return f"network {_version()}, {RuleReader().name}"

    def read(self, document: Document) -> Reading:
        """The claims of `document`; none, and the reason, where it is in another language."""
        unread = left_unread(document.language)
        if unread is not None:
            return Reading(document.id, self.name, not_read=unread)
        heard = network().read(document.text)
        read = typed(with_overlooked(page(document), heard.names, heard.statements), heard.names)
        found = speech.attributions(read, heard.statements)
        reading = compose(read, _with_sources(found, attributions(read)), self.name)
        contents = [[(span.start, span.end) for span in s.content] for s in reading.statements]
        vectors = network().sentence_vectors(heard, contents)
        spoken = (replace(s, vector=v) for s, v in zip(reading.statements, vectors, strict=True))
        return replace(reading, statements=tuple(spoken))


def _with_sources(found: Sequence[Attribution], by_rules: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The network's attributions with the rules' mentions where both mean one statement and one source.

    The rules know which mention a source is ("the admiral" in "the admiral, who chairs the committee"), which
    coreference can follow; the network sees more statements, and how far a source's words reach.
    """
    starts = [rule.content[0][0] for rule in by_rules]
    near = [
        (bisect_left(starts, one.content[0][0] - _REACH), bisect_right(starts, one.content[-1][1])) for one in found
    ]
    return tuple(_with_source(one, by_rules[low:high]) for one, (low, high) in zip(found, near, strict=True))


def _with_source(one: Attribution, by_rules: Sequence[Attribution]) -> Attribution:
    for rule in by_rules:
        if rule.source is None or rule.source.mention is None or _alike(one, rule) < _SAME:
            continue
        if one.source is None:
            return replace(one, source=rule.source)
        if one.source.mention is None and _is_example(rule.source.mention, one.source):
            continue
        unclear = one.source.mention is None and not _is_told(one, rule.source)
        if unclear or _overlap(one.source, rule.source):
            return replace(one, source=replace(one.source, mention=rule.source.mention))
    return one


def _is_told(one: Attribution, source: Source) -> bool:
    """Whether a source stands inside what is said: whoever is spoken of there does not say the whole."""
    return any(start <= source.start < end for start, end in one.content)


def _is_example(mention: Mention, source: Source) -> bool:
    """Whether the mention stands within a source that does not begin with it: "other ports, including Kelpby"; it is not who speaks."""
    return source.start + _ARTICLE < mention.start < source.end


def _overlap(one: Source, other: Source) -> bool:
    return one.start < other.end and other.start < one.end


def _alike(one: Attribution, other: Attribution) -> float:
    """Dice coefficient of the characters of two contents."""
    if one.content[-1][1] <= other.content[0][0] or other.content[-1][1] <= one.content[0][0]:
        return 0.0
    shared = sum(max(0, min(e, f) - max(s, t)) for s, e in one.content for t, f in other.content)
    return 2 * shared / sum(end - start for start, end in (*one.content, *other.content))


def network() -> Network:
    """The shipped network, loaded once, however many threads ask for it at first."""
    with _LOADING:
        return _loaded()


@cache
def _loaded() -> Network:
    with as_file(files("watchfloor.reading.network").joinpath(WEIGHTS)) as folder:
        return Network(folder)


@cache
def _version() -> str:
    return files("watchfloor.reading.network").joinpath(WEIGHTS, "version.txt").read_text(encoding="utf-8").strip()
