"""Cues: the words that introduce what somebody says or thinks ("said", "accused", "according to").

In goes one sentence's tokens, out come its cues in order. Which verbs can be cues is `reporting_verb`'s; whether a form stands here as
a verb, and not as a noun or a passive, is told by the words before it. Whose words they are, and which, is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from watchfloor.reading.speech.reporting_verb import Frame, Verb, VerbForm, reporting_verb
from watchfloor.reading.text.token import Token


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens `first` to `last` (inclusive) of a sentence that introduce an attribution."""

    first: int
    last: int
    verb: Verb


ACCORDING_TO = Verb("according to", VerbForm.NONE, Frame.SOURCE, strong=True)

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "’s", "am"})
HAVE = frozenset({"has", "have", "had", "having"})
MODALS = frozenset({"will", "would", "could", "should", "might", "must", "can", "cannot", "may", "shall"})
_DETERMINERS = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "any",
        "such",
    }
    | {"no", "some", "of", "for", "with", "in", "by", "on", "about", "new", "fresh", "recent", "official", "false"}
)
_BEFORE_PARTICIPLES = frozenset({"following", "after", "despite", "amid", "against", "over", "from", "to", "at", "as"})
"""After these a past form is an adjective ("after suspected sabotage")."""
_ANSWERS = frozenset(
    "comment say respond confirm elaborate specify reply explain disclose reveal answer mention add".split()
)
_AFTER_PASSIVES = frozenset({"of", "over", "as", "for"})
"""What follows a participle that has lost its helping verb: "Norland accused of …" is a headline about Norland."""
_BETWEEN = frozenset({"hardest", "hard", "strongly", "publicly", "also", "repeatedly", "it"})
_PARTICLES = {("call", "for"), ("call", "on"), ("point", "out"), ("point", "to"), ("scoff", "at"), ("warn", "of"),
              ("warn", "against"), ("push", "for"), ("press", "for"), ("hint", "at"), ("complain", "about"),
              ("complain", "of"), ("argue", "for"), ("argue", "against"), ("play", "down"), ("allude", "to"), ("insist", "on"),
              ("appeal", "for"), ("appeal", "to"), ("rule", "out"), ("agree", "with"), ("wrestle", "with")}  # fmt: skip
_NOUNS = frozenset(
    "claim claims assertion assertions accusation accusations allegation allegations warning warnings suggestion suggestions "
    "announcement admission promise promises pledge pledges insistence prediction predictions argument arguments belief fear fears "
    "denial demand demands conclusion contention view statement".split()
)
"""Nouns that introduce what somebody says when they follow a possessor: the senators' claims that …"""
_TO_SPEAK = frozenset(
    {"quick", "continue", "continued", "continues", "went", "went on", "rushed", "refused", "declined", "used"}
)


def cues(words: Sequence[Token], plural_ends: frozenset[int] = frozenset()) -> tuple[Cue, ...]:
    """The cues among one sentence's tokens, in order, those inside quotations included.

    `plural_ends` are the tokens with which a plural mention ends: what follows may be a verb in its base form.
    """
    found = []
    for i, word in enumerate(words):
        if word.lower == "according" and _lower(words, i + 1) == "to":
            found.append(Cue(i, i + 1, ACCORDING_TO))
            continue
        if word.lower in _NOUNS and _is_owned(words, i):
            found.append(Cue(i, i, Verb(word.lower, VerbForm.NONE, Frame.CLAUSE, strong=True)))
            continue
        verb = reporting_verb(word.lower)
        if verb is not None and _is_verb(words, i, verb, plural_ends):
            last = _last(words, i, verb)
            strong = verb.strong or last > i
            found.append(Cue(_first(words, i), last, replace(verb, strong=strong)))
    return tuple(found)


def _last(words: Sequence[Token], i: int, verb: Verb) -> int:
    """Where the cue ends once its particle is taken in, over one adverb ("pushed hardest for")."""
    for j in (i + 1, i + 2):
        if (verb.lemma, _lower(words, j)) in _PARTICLES and (j == i + 1 or _lower(words, i + 1) in _BETWEEN):
            return j
    return i


def _is_owned(words: Sequence[Token], i: int) -> bool:
    """Whether the noun has a possessor right before it and a "that" soon after."""
    owned = i > 0 and words[i - 1].is_possessive_mark
    return owned and any(word.lower == "that" for word in words[i + 1 : i + 10])


def _lower(words: Sequence[Token], i: int) -> str:
    return words[i].lower if 0 <= i < len(words) else ""


def _first(words: Sequence[Token], i: int) -> int:
    """Where the cue starts once a negation before its verb is taken in ("did not rule out", "refused to say")."""
    if _lower(words, i - 1) == "to" and _lower(words, i - 2) in {"refused", "declined"}:
        return i - 2
    if _lower(words, i - 1) in {"not", "n't"} and _lower(words, i - 2) in {"did", "does", "do"}:
        return i - 2
    return i


def _is_verb(words: Sequence[Token], i: int, verb: Verb, plural_ends: frozenset[int]) -> bool:
    """Whether the form stands as an active verb of saying, not as a noun, a passive or an adjective."""
    before, word = _lower(words, i - 1), words[i]
    named = word.is_capitalised and i > 0 and verb.form is not VerbForm.THIRD and before not in {'"', "“", "”"}
    if named or before in _DETERMINERS or before in {"'s", "’s"} or _is_silence(words, i, verb):
        return False
    match verb.form:
        case VerbForm.PAST:
            return not _is_passive(words, i, verb)
        case VerbForm.GERUND:
            return before not in {"of", "from", "without"}
        case VerbForm.BASE:
            return _base_is_verb(words, i, plural_ends)
        case _:
            return True


def _is_passive(words: Sequence[Token], i: int, verb: Verb) -> bool:
    """Whether a past form is a participle of somebody who is spoken of: "was accused", "accused of", "after suspected"."""
    before, after = _lower(words, i - 1), _lower(words, i + 1)
    bare = after == "by" or (
        verb.frame is Frame.OBJECT and after in _AFTER_PASSIVES and (verb.lemma, after) not in _PARTICLES
    )
    return bare or before in _BEFORE_PARTICIPLES or before in BE or (_is_adverb(before) and _lower(words, i - 2) in BE)


def _is_silence(words: Sequence[Token], i: int, verb: Verb) -> bool:
    """Whether the verb tells that somebody did not speak: "declined to comment", "has not confirmed"."""
    if verb.lemma not in _ANSWERS:
        return False
    before = [word.lower for word in words[max(0, i - 4) : i]]
    negated = bool({"not", "n't", "never", "nobody", "without"} & set(before[-2:])) or any(
        w.endswith(("n't", "n’t")) for w in before[-2:]
    )
    return negated or (
        before[-1:] == ["to"]
        and bool({"declined", "refused", "unable", "failed", "declining", "refusing"} & set(before))
    )


def _base_is_verb(words: Sequence[Token], i: int, plural_ends: frozenset[int]) -> bool:
    """A base form is a verb after a plural subject or a helping verb; nouns that look alike are told by what precedes."""
    before = _lower(words, i - 1)
    if i - 1 in plural_ends or (before in {"—", "–", ","} and _lower(words, i + 1) == "that"):
        return True
    if before == "to":
        return _lower(words, i - 2) in _TO_SPEAK
    if before in {"did", "does", "do"} or (before in {"not", "n't"} and _lower(words, i - 2) in {"did", "does", "do"}):
        return True
    if before in MODALS or (_is_adverb(before) and _lower(words, i - 2) in MODALS):
        return False
    return before in {"they", "we", "i", "you", "who", "many", "some", "others", "most", "and", "also", "now"} or (
        before.endswith("s") and not before.endswith("ss") and before not in BE and before not in HAVE
    )


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") or word in {
        "also",
        "not",
        "n't",
        "never",
        "then",
        "later",
        "now",
        "once",
        "even",
        "been",
    }
