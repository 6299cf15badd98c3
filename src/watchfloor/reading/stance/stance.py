"""Stance: on which issues some words take a stand, and which.

In go the words of what somebody says, with the verb that tells it where there is one ("rejected"), out come pairs of an
issue and a polarity. The issues are those of `watchfloor.model.issue` and a few more under `other:`. Whose stand it is
is not decided here, nor what "the idea" means; see `position`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from watchfloor.model.claim import Polarity
from watchfloor.reading.text.phrase import Phrases, compiled

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’]?\s+|\n|;\s|,?\s+and that\s+|,\s+but\s+")
_SUBORDINATE = re.compile(
    r"\s(?:if|unless|because|although|until|as (?:it|he|she|they|we|the)|so that)\s", re.IGNORECASE
)
_BEFORE = 40
"""Characters before an issue in which a verb that undoes it stands."""
_SENTENCES = 256
"""Sentences that are remembered: a content is heard as a statement, and again where positions are looked for."""
_SHORTEST_CLAUSE = 20
"""Characters of a clause that can take a stand."""
_DEFENDED = re.compile(r"\bagainst\s+(?:the|these|those|such|any)\s+$", re.IGNORECASE)
"""Before what somebody defends themselves against."""
_UNDO = re.compile(
    r"\b(?:lift|eas|relax|scrap|drop|abandon|end|stop|halt|cancel|suspend|dismantl|renounc|give up|giving up)(?:e|es|ed|ing|ping)?\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""Verbs before what shall be no more: who calls for an issue to be undone is against it."""


@dataclass(frozen=True, slots=True)
class StandWord:
    """Words that tell a stand; after `weak` ones an object outside the list of issues shows no position."""

    polarity: Polarity
    words: Phrases
    weak: bool


@dataclass(frozen=True, slots=True)
class _Issue:
    toward: str
    phrases: Phrases
    takes: tuple[tuple[Polarity, Phrases], ...]


@dataclass(frozen=True, slots=True)
class _Stand:
    polarity: Polarity
    phrases: Phrases
    strong: bool


class _Heard(NamedTuple):
    """An issue that a sentence names at a character, or on which its words by themselves take a stand."""

    toward: str
    taken: Polarity | None
    named: int = 0


def stance(content: str, cue: str = "") -> tuple[tuple[str, Polarity], ...]:
    """The issues that `content` names with the stand taken on each; `cue` is the verb that tells it, if there is one.

    An issue that is only named, with no word for or against it, is left out.
    """
    return stance_told(content, cue_polarity(cue))


def stance_told(content: str, told: Polarity | None) -> tuple[tuple[str, Polarity], ...]:
    """The same, where a verb or a noun tells the stand `told` ("her opposition to …")."""
    found: dict[str, Polarity] = {}
    for number, sentence in enumerate(_SENTENCE_END.split(content)):
        for toward, polarity in _in_sentence(sentence, None if number else told):
            found.setdefault(toward, polarity)
    return tuple(found.items())


def _in_sentence(content: str, told: Polarity | None) -> Iterator[tuple[str, Polarity]]:
    said, heard = _heard(content)
    for toward, taken, named in heard:
        if taken:
            # "Shifting from reactive to proactive is something we are studying" settles nothing yet.
            if said is not Polarity.OPEN:
                yield toward, taken
        elif polarity := _joined(told, said):
            undone = told and _UNDO.search(content[max(0, named - _BEFORE) : named])
            defended = not told and _DEFENDED.search(content[max(0, named - _BEFORE) : named])
            yield toward, Polarity.AGAINST if defended else opposite(polarity) if undone else polarity


@lru_cache(maxsize=_SENTENCES)
def _heard(sentence: str) -> tuple[Polarity | None, tuple[_Heard, ...]]:
    """The stand that a sentence itself takes, and the issues that it names."""
    found = []
    for issue in _issues():
        taken = next((polarity for polarity, pattern in issue.takes if pattern.search(sentence)), None)
        if taken:
            found.append(_Heard(issue.toward, taken))
        elif named := issue.phrases.search(sentence):
            found.append(_Heard(issue.toward, None, named.start()))
    return content_polarity(sentence), tuple(found)


def issues_in(text: str) -> tuple[tuple[int, str], ...]:
    """Where `text` names an issue, and which, in order, whatever it says of it."""
    return tuple(sorted((hit.start(), issue.toward) for issue in _issues() for hit in issue.phrases.finditer(text)))


def has_phrases(toward: str) -> bool:
    """Whether the lexicon names the issue, so that two documents that take a stand on it mean one thing; False for one of a document's own words."""
    return any(issue.toward == toward for issue in _issues())


def content_polarity(content: str) -> Polarity | None:
    """The stand that the words themselves take, whatever on; None if they take none."""
    return next((stand.polarity for stand in _stands() if stand.phrases.search(content)), None)


def strong_polarity(content: str) -> Polarity | None:
    """The stand that the words take on whatever they speak of ("unacceptable", "must"); None for a weaker word."""
    main = _main_clause(content)
    return next((s.polarity if s.strong else None for s in _stands() if s.phrases.search(main)), None)


def strong_sentence(content: str) -> str | None:
    """The first sentence of the words that takes a stand on whatever they speak of."""
    return next((sentence for sentence in _SENTENCE_END.split(content) if strong_polarity(sentence)), None)


def _main_clause(content: str) -> str:
    """The words before the first clause that says when, why or on which condition."""
    rest = _SUBORDINATE.search(content, _SHORTEST_CLAUSE)
    return content[: rest.start()] if rest else content


def cue_polarity(cue: str) -> Polarity | None:
    """The stand that a verb tells ("condemned", "is weighing"); None if it only says that somebody spoke."""
    return next((one.polarity for one in cues() if one.words.search(cue)), None)


def strong_cue_polarity(cue: str) -> Polarity | None:
    """The stand that a verb tells on whatever follows it; None for one that counts with listed issues only ("wants")."""
    return next((None if one.weak else one.polarity for one in cues() if one.words.search(cue)), None)


def opposite(polarity: Polarity) -> Polarity:
    """The stand of who is for the end of what somebody is against, and the other way round; others stay."""
    return {Polarity.FOR: Polarity.AGAINST, Polarity.AGAINST: Polarity.FOR}.get(polarity, polarity)


def means_something_before(content: str) -> bool:
    """Whether the words speak of an issue named before: "the idea", "such a step"."""
    return _things().search(content) is not None


@cache
def cues() -> tuple[StandWord, ...]:
    """The verbs that tell a stand, the first that fits deciding."""
    return _stand_words("cue")


@cache
def nouns() -> tuple[StandWord, ...]:
    """The nouns that tell the stand of whoever stands before them in the possessive."""
    return _stand_words("noun")


def _stand_words(table: str) -> tuple[StandWord, ...]:
    classes = _lexicon()["words"]
    return tuple(
        StandWord(Polarity(row["polarity"]), compiled(row["words"], classes), row.get("weak", False))
        for row in _lexicon()[table]
    )


def _joined(told: Polarity | None, said: Polarity | None) -> Polarity | None:
    """What the verb tells goes before what the words say: who rejects "a possible strike" is against it."""
    if told in {Polarity.AGAINST, Polarity.MIXED}:
        return told
    if said is Polarity.AGAINST:
        return said
    return told or said


@cache
def _lexicon() -> dict[str, Any]:
    table = files("watchfloor.reading.lexicon").joinpath("issue.toml").read_text(encoding="utf-8")
    return tomllib.loads(table)


@cache
def _issues() -> tuple[_Issue, ...]:
    words = _lexicon()["words"]
    return tuple(
        _Issue(
            toward=row["toward"],
            phrases=compiled(row["phrases"], words),
            takes=tuple((p, compiled(row[p.value], words)) for p in (Polarity.AGAINST, Polarity.FOR) if p.value in row),
        )
        for row in _lexicon()["issue"]
    )


@cache
def _stands() -> tuple[_Stand, ...]:
    words = _lexicon()["words"]
    return tuple(
        _Stand(Polarity(row["polarity"]), compiled(row["phrases"], words), row.get("strong", False))
        for row in _lexicon()["stand"]
    )


@cache
def _things() -> Phrases:
    return compiled(_lexicon()["thing"]["phrases"], _lexicon()["words"])
