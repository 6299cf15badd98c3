"""Sources: the words that name whose saying a cue introduces.

In go one passage, one of its cues and the source of the cue before, out comes the source: the subject to the left, or to the right after
a quotation (`said the minister`), the possessor of a noun, the subject that a participle shares. These are
word-order rules without a grammar; each looks a bounded way, so that time stays linear in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from watchfloor.model.actor import ActorType
from watchfloor.reading.actor.mention import Mention
from watchfloor.reading.actor.name_word import CALENDAR
from watchfloor.reading.passage import Passage
from watchfloor.reading.speech.clause import CLAUSE_STARTS, PREPOSITIONS, SKIPPED
from watchfloor.reading.speech.cue import ACCORDING_TO, BE, Cue
from watchfloor.reading.speech.reporting_verb import Frame, VerbForm
from watchfloor.reading.text.token import Token

_RELATIVE = frozenset({"who", "which", "that"})
_PLACING = frozenset({"on", "in", "at", "from"})
"""Words before a name that only says where, or through what, somebody else speaks ("the president on X said")."""
_TIES = frozenset({"of", "from", "at", "with", "for"})
_QUANTIFIERS = frozenset("many some others few most those everyone nobody several both all one".split())
_LONGEST_SUBJECT = 14
_LONGEST_ASIDE = 25
_AFTER_SPEAKER = frozenset(
    "who whose late early earlier last today yesterday this and adding citing speaking when while".split()
)
_CLOSING = frozenset({"”", '"', "’", "'", "»"})
_INVERTED = frozenset({"say", "report", "write", "add"})
"""Verbs that stand before their subject after indirect speech too (", said the minister")."""


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name a cue's subject: a mention where one fits, and in any case offsets."""

    start: int
    end: int
    mention: Mention | None


def source_of(passage: Passage, cue: Cue, previous: Source | None) -> Source | None:
    """The words that name whose saying `cue` introduces; `previous` is the source of the cue before it in the sentence."""
    if cue.verb is ACCORDING_TO:
        return _inverted_subject(passage, cue) or _rest_as_source(passage, cue)
    words = passage.words
    before = words[cue.first - 1].text if cue.first else ""
    if cue.verb.form in {VerbForm.PAST, VerbForm.THIRD} and cue.verb.frame is Frame.CLAUSE:
        before_comma = words[cue.first - 2].text if before == "," and cue.first > 1 else ""
        follows_quotation = before in _CLOSING or before_comma in _CLOSING
        after_cue = _inverted_subject(passage, cue)
        may_invert = follows_quotation or (before == "," and cue.verb.lemma in _INVERTED)
        if after_cue is not None and may_invert and _ends_clause(words, after_cue):
            return after_cue
    if cue.verb.form is VerbForm.GERUND:
        return (previous or _first_subject(passage, cue)) if _is_clausal_gerund(words, cue) else None
    if cue.verb.form is VerbForm.NONE:
        return _owner(passage, cue)
    return _subject(passage, cue) or (previous or _first_subject(passage, cue) if _is_conjoined(words, cue) else None)


def _ends_clause(words: Sequence[Token], source: Source) -> bool:
    """Whether nothing but where and when follows the source: in "said Russia paid" it is no speaker but a subject."""
    after = next((word for word in words if word.start >= source.end and not word.is_possessive_mark), None)
    return after is None or not after.is_word or after.lower in PREPOSITIONS | CALENDAR | _AFTER_SPEAKER


def _subject(passage: Passage, cue: Cue) -> Source | None:
    """The subject to the left of the cue, over helping verbs, adverbs and an aside between commas."""
    words = passage.words
    i = cue.first - 1
    while i >= 0 and (words[i].lower in SKIPPED or words[i].lower.endswith("ly")):
        i -= 1
    if i < 0:
        return None
    if words[i].text in {",", "—", "–", ")", "-"}:
        return _before_aside(passage, i)
    return _ending_at(passage, i)


def _inverted_subject(passage: Passage, cue: Cue) -> Source | None:
    """The subject to the right of the cue, as in `said the minister` and `according to officials`."""
    following = [m for m in passage.mentions if cue.last < m.first <= cue.last + 3]
    if not following:
        return None
    nearest = min(m.first for m in following)
    between = passage.words[cue.last + 1 : nearest]
    if any(
        word.lower not in {"the", "a", "an"} and not word.is_capitalised and "-" not in word.text for word in between
    ):
        return None
    chosen = max((m for m in following if m.first == nearest), key=lambda m: m.last)
    return Source(chosen.start, chosen.end, chosen)


def _owner(passage: Passage, cue: Cue) -> Source | None:
    """The possessor of a noun that stands as a cue ("the senators" in "the senators' claims that")."""
    return _ending_at(passage, cue.first - 1) if cue.first > 0 else None


def _ending_at(passage: Passage, i: int) -> Source | None:
    """The noun phrase whose last token is `i`; see `subject`."""
    if passage.words[i].lower in CLAUSE_STARTS - _RELATIVE:
        return None
    if passage.words[i].is_possessive_mark:
        i -= 1
    words = passage.words
    fitting = [m for m in passage.mentions if m.last == i]
    if fitting:
        nearest = _head(passage, min(fitting, key=lambda m: m.first))
        placed = nearest.first > 0 and words[_article(words, nearest.first) - 1].lower in _PLACING
        return (_whole_clause(passage, i) if placed else None) or _as_source(passage, nearest)
    if words[i].lower in _RELATIVE:
        before = i - 2 if i > 0 and words[i - 1].text == "," else i - 1
        return _ending_at(passage, before) if before >= 0 and words[before].lower not in _RELATIVE else None
    return _whole_clause(passage, i)


def _head(passage: Passage, mention: Mention) -> Mention:
    """The actor that `mention` only says more about ("Jane Doe of the institute", "a spokesman for the ministry")."""
    words = passage.words
    i = mention.first - 1
    while i > 0 and words[i].lower in {"the", "a", "an", "’s", "'s"}:
        i -= 1
    if i <= 0 or words[i].lower not in _TIES:
        return mention
    heads = [
        m
        for m in passage.mentions
        if m.last == i - 1 and m.type in {ActorType.PERSON, ActorType.ANONYMOUS, ActorType.GROUP}
    ]
    return min(heads, key=lambda m: m.first) if heads else mention


def _article(words: Sequence[Token], first: int) -> int:
    """Where the noun phrase begins whose first token but for an article is `first`."""
    return (
        first - 1 if first > 1 and words[first - 1].lower in {"the", "a", "an", "its", "his", "her", "their"} else first
    )


def _whole_clause(passage: Passage, i: int) -> Source | None:
    """The words from the clause's start to `i`, where they begin with a mention or with "many", "those" and the like."""
    words = passage.words
    first = i
    floor = max(0, i - _LONGEST_SUBJECT)
    while first > floor and _goes_on(words[first - 1]):
        first -= 1
    while first < i and words[first].lower in PREPOSITIONS:
        first += 1
    if words[first].lower in _QUANTIFIERS:
        return Source(words[first].start, words[i].end, None)
    after_article = first + 1 if words[first].lower == "the" else first
    at_start = [m for m in passage.mentions if m.first in {first, after_article} and m.last < i]
    starting = [m for m in at_start if not words[m.last + 1].is_possessive_mark]
    if not starting:
        return None
    chosen = max(starting, key=lambda m: m.last)
    together = [m for m in passage.mentions if m.plural and m.first < chosen.first and m.last == chosen.last]
    chosen = min(together, key=lambda m: m.first, default=chosen)
    return Source(chosen.start, chosen.end, chosen)


def _goes_on(word: Token) -> bool:
    """Whether a clause goes on over the word, backwards."""
    return (word.is_word or word.is_possessive_mark) and word.lower not in CLAUSE_STARTS


def _before_aside(passage: Passage, comma: int) -> Source | None:
    """The subject before an aside that ends at `comma`: "Dragone, chair of the committee," or "Moscow, for its part,"."""
    words = passage.words
    floor = max(0, comma - _LONGEST_ASIDE)
    for i in range(comma - 1, floor, -1):
        if words[i].text not in {",", "—", "–", "(", "-"}:
            continue
        named = [m for m in passage.mentions if m.last == i - 1]
        if named and not _in_relative_clause(passage, i, floor):
            nearest = min(named, key=lambda m: m.first)
            placed = nearest.first > 0 and words[_article(words, nearest.first) - 1].lower in _PLACING
            return (_whole_clause(passage, i - 1) if placed else None) or _as_source(passage, nearest)
    return None


def _in_relative_clause(passage: Passage, i: int, floor: int) -> bool:
    """Whether what ends before `i` belongs to an aside that began earlier (", who represents the owner, …,")."""
    words = passage.words
    for j in range(i - 1, floor, -1):
        if words[j].text == "," and words[j + 1].lower in {"who", "which", "whose"}:
            return any(mention.last == j - 1 for mention in passage.mentions)
    return False


def _as_source(passage: Passage, mention: Mention) -> Source:
    """The mention as a source; what owns it belongs to its words ("Finland’s customs service")."""
    words = passage.words
    start = mention.start
    if mention.first > 1 and words[mention.first - 1].is_possessive_mark:
        owners = [m for m in passage.mentions if m.last == mention.first - 2]
        start = min((m.start for m in owners), default=start)
    return Source(start, mention.end, mention)


def _is_clausal_gerund(words: Sequence[Token], cue: Cue) -> bool:
    """Whether an -ing form carries a clause ("is considering", ", adding that") and does not only qualify a noun."""
    i = cue.first - 1
    while i >= 0 and (
        words[i].lower.endswith("ly") or words[i].lower in {"also", "even", "not", "now", "been", "then"}
    ):
        i -= 1
    return i >= 0 and (words[i].lower in BE or words[i].lower in {",", "and", "but", "—", "–", "while", "been"})


def _is_conjoined(words: Sequence[Token], cue: Cue) -> bool:
    """Whether the verb shares the subject of an earlier one ("… and repeatedly insisted")."""
    i = cue.first - 1
    while i >= 0 and (
        words[i].lower.endswith("ly") or words[i].lower in {"has", "have", "also", "even", "then", "later"}
    ):
        i -= 1
    return i < 0 or words[i].lower in {",", "and", "but", "or", "—", "–"}


def _first_subject(passage: Passage, cue: Cue) -> Source | None:
    """The first mention of the sentence before the cue: the subject that a participle shares."""
    before = [mention for mention in passage.mentions if mention.last < cue.first]
    leading = [
        mention
        for mention in before
        if mention.first == 0 or passage.words[mention.first - 1].lower not in PREPOSITIONS
    ]
    chosen = next(iter(leading or before), None)
    return Source(chosen.start, chosen.end, chosen) if chosen else None


def _rest_as_source(passage: Passage, cue: Cue) -> Source | None:
    """The plain words after "according to", up to the next mark."""
    rest: list[Token] = []
    for word in passage.words[cue.last + 1 :]:
        if not word.is_word and not word.is_possessive_mark:
            break
        rest.append(word)
    return Source(rest[0].start, rest[-1].end, None) if rest else None
