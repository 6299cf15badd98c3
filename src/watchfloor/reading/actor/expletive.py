"""Expletives: the "it" that stands for nobody ("it is believed that", "it was too early to say", "it seems the ship left").

In goes one sentence's tokens and the place of an "it", out comes whether it only fills the subject's place. Whom an "it" means that does
stand for somebody is for `coreference`.
"""

from __future__ import annotations

from collections.abc import Sequence

from watchfloor.reading.speech.reporting_verb import VerbForm, reporting_verb
from watchfloor.reading.text.token import Token

_BE = frozenset("is was be been being 's ’s".split())
_HELPING = frozenset("has had have will would could may might can must should not n't no also".split())
_CLAUSE = frozenset("that whether if how what why when where who".split())
_BEGINS_CLAUSE = frozenset(
    "the a an this these those his her its their our he she it they we there no some several".split()
)
_TOLD = frozenset("tell inform ask notify remind advise warn charge accuse assure".split())
"""Verbs whose passive has a person or body for its subject ("it was told that")."""
_STATES_OF_AFFAIRS = frozenset(
    "clear unclear likely unlikely possible impossible probable true evident obvious apparent important essential vital crucial "
    "necessary known unknown understood conceivable doubtful plausible difficult hard easy early premature worth time".split()
)
"""What can be said of a clause and hardly of a body."""
_OF_ACTS = frozenset(
    "possible impossible difficult hard easy important necessary essential vital crucial early premature worth time".split()
)
"""Those of them that an infinitive may follow; of "likely to" a body may be the subject."""
_SEEMING = frozenset("seems seemed appears appeared emerges emerged transpired follows remains remained".split())
_NEAR = 8
"""Words between the participle and its "that" ("it was reported by the agency on Monday that")."""


def is_expletive(words: Sequence[Token], i: int) -> bool:
    """Whether the "it" at `i` means nobody."""
    at = i + 1
    been = False
    while at < len(words) and (
        words[at].lower in _BE | _HELPING
        or words[at].lower.endswith("ly")
        or words[at].lower in {"still", "too", "so", "yet"}
    ):
        if words[at].lower in _STATES_OF_AFFAIRS:
            break
        been = been or words[at].lower in _BE
        at += 1
    if at >= len(words):
        return False
    return _is_said(words, at) or _is_so(words, at) if been else _seems(words, at)


def _is_said(words: Sequence[Token], at: int) -> bool:
    """Whether a participle of saying and a clause follow: "believed that", "suspected the ship"."""
    verb = reporting_verb(words[at].lower)
    if verb is None or verb.form is not VerbForm.PAST or verb.lemma in _TOLD or at + 1 == len(words):
        return False
    following = words[at + 1]
    if following.lower in _BEGINS_CLAUSE or (following.is_capitalised and following.is_word):
        return True
    return _clause_ahead(words, at + 1)


def _is_so(words: Sequence[Token], at: int) -> bool:
    """Whether an adjective that is said of a clause, and a clause or an infinitive, follow: "likely that", "too early to say"."""
    word = words[at].lower
    if word not in _STATES_OF_AFFAIRS or at + 1 == len(words):
        return False
    following = words[at + 1].lower
    return following in _CLAUSE or (following in {"to", "for"} and word in _OF_ACTS)


def _seems(words: Sequence[Token], at: int) -> bool:
    """Whether something seems, emerges or turns out: with a clause, not with "to" and a verb."""
    if words[at].lower not in _SEEMING or at + 1 == len(words):
        return False
    following = words[at + 1]
    plain = following.lower in _BEGINS_CLAUSE | _CLAUSE | {"as", "like", "unclear", "likely", "clear"}
    return plain or (following.is_capitalised and following.is_word)


def _clause_ahead(words: Sequence[Token], first: int) -> bool:
    """Whether a "that" or "whether" follows soon, before any infinitive ("believed to be") or mark but a comma."""
    for word in words[first : first + _NEAR]:
        if word.lower in {"that", "whether"}:
            return True
        if word.lower in {"to", "as"} or word.text in {".", ";", ":"}:
            return False
    return False
