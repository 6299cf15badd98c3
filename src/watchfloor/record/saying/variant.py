"""Variant: one document's version of a saying, and whether two of them report the same words or thought.

In go statements and the record's texts, out come variants and comparisons of two. Shared words and shared meaning speak, the first
louder; the speaker is a small bonus and never a condition, because the same words given to two people are what the record is there to
find. Where the reader gives no sentence vectors, words decide alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from watchfloor.model.claim import Statement, StatementKind
from watchfloor.record.linking.comparison import NOTHING, Comparison
from watchfloor.record.saying.likeness import ALIKE, cosine
from watchfloor.record.text.texts import Texts
from watchfloor.record.text.wording import Lexicon, Wording, fold, stem, words_of

_QUOTED = re.compile(r"[“\"«„]([^”\"»“]{3,})(?:[”\"»]|$)|(?<!\w)[‘']([^’'‘]{3,})[’'](?!\w)|(?<!\w)‘([^’'‘]{3,})$")

# The weights were fitted together on the five annotated press stories (link F1 plus a fifth of link precision, 1,500 random
# settings); the best dozen differ by less than 0.02, and these are in their midst.
_ALIKE, _HELD = 0.3, 0.7
"""Shares of resemblance (both texts are alike) and of containment (the shorter lies in the longer, as an excerpt does)."""
_DOUBT = 4.0
"""Weight of shared words at which half of the score is believed: about one rare word."""
_RUN, _RUN_DOUBT = 0.15, 6.0
"""What words in one unbroken run add, and words that both have in quotation marks."""
_SAME_SPEAKER, _OTHER_SPEAKER = 0.2, 0.05
_EARNED = 0.35
"""Share of the shorter one's weight from which runs, quotation marks and the speaker count in full; below, in proportion: long texts of one
speaker share some words by chance."""
_ONE_DOCUMENT = 0.15
"""Taken off within one document, which seldom says one thing twice in two ways."""
_FEW, _SHORT = 3, 0.5
"""With fewer shared words than this, or where one text has no more than this in all, the score is halved, unless the two are alike, quote
one rare phrase, or one quotes a sentence of the other: "this view" and "a pre-emptive strike" lie in many statements and are none of them."""
_HOPELESS = 0.6
"""A pair that could not reach this even with everything else in its favour is not looked at closer: nine of ten pairs of a thousand
made-up documents. Leaving them out changes no link on the press stories."""
# How meaning is weighed beside words, and what it is worth together with being each other's nearest or with one speaker. Chosen with
# FLOOR of `utterances` on the annotated stories as the middle of those settings that lose least when all are moved a little: mean link
# F1 .66, and .61 for a story that had no say in the choice; words alone reach .52.
_WORDED, _MEANING = 0.9, 0.18
_NEAREST, _ONE_VOICE, _OTHER_VOICE = 0.11, 0.2, 0.15
_SAID_TWICE = 0.06
"""Taken off within one document besides."""
# What speaks against two contents besides. Chosen by the hand-judged links of 25 stories of real articles that had no say in the weights above: of the pairs of
# statements joined there 68 in 100 were right before and 78 are now, and of 239 right pairs 214 were found and 208 are; the links of the press stories stay as good.
_NOBODY = 0.3
"""Taken off where one document names who speaks and the other nobody, in proportion to the words that differ: "reportedly" joins by its words."""
_UNLIKE = 2.0
"""Taken off for each point of cosine below `ALIKE`, in proportion to the words that the shorter one does not share, unless both quote a rare word: a common
subject ("the Baltic Sea region") is shared by much that is meant otherwise."""
_SURE = 1.0
"""Cosine from which two contents mean the same."""
_SENTENCE = 4
"""Words from which a quotation that stands whole in another is no mere phrase."""
_DENIES = re.compile(r"\b(?:den(?:y|ied|ies|ying)|reject|refut|disput|contradict|dismiss|rebuff|disavow|repudiat)")
_CONTENTLESS = frozenset(
    map(
        stem,
        words_of(
            "allegation allegations accusation accusations claim claims charge charges suggestion suggestions assertion assertions report "
            "reports speculation involvement involved responsibility role part blame link links connection incident matter case question "
            "questions comment unfounded baseless groundless preposterous false incorrect untrue"
        ),
    )
)
"""Words that point at somebody else's proposition and hold none: two people who reject "the allegations" did not say one thing."""
_SAME_PHRASE = 2
"""Words that both quote from which a denial is more than a denial."""
_ALIKE_ENOUGH = 0.55
_RARE_PHRASE = 6.0


@dataclass(frozen=True, slots=True)
class Variant:
    """A statement with its wording, and the wording of what stands in quotation marks.

    `speaker` is an actor of the record. `voice` is the same, but for an unnamed source its description: a thousand copies of one
    article have a thousand unnamed officials, who are one. `denies` holds where the verb of saying is a denial.
    """

    statement: Statement
    wording: Wording
    quotation: Wording
    speaker: str | None
    voice: str | None
    denies: bool

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id

    @property
    def quoted(self) -> frozenset[str]:
        """The stems of what stands in quotation marks."""
        return self.quotation.content

    @property
    def is_quotation(self) -> bool:
        """Whether the words are the speaker's own as the document gives them."""
        return self.statement.kind is StatementKind.DIRECT


def variant(
    statement: Statement, texts: Texts, speakers: Mapping[str, str], voices: Mapping[str, str] | None = None
) -> Variant:
    """The statement prepared for comparison; `speakers` and `voices` map a statement's id to an actor of the record and to whom it means."""
    said = texts.said(statement.content)
    direct = statement.kind is StatementKind.DIRECT
    inside = said if direct else inner_quotation(said)
    wording = texts.lexicon.read(said)
    speaker = speakers.get(statement.id)
    return Variant(
        statement=statement,
        wording=wording,
        quotation=wording if direct else texts.lexicon.read(inside),
        speaker=speaker,
        voice=(voices or {}).get(statement.id, speaker),
        denies=statement.cue is not None and bool(_DENIES.search(fold(texts.quote(statement.cue)))),
    )


def inner_quotation(said: str) -> str:
    """What stands in quotation marks inside a paraphrase, its pieces joined; empty where nothing does."""
    return " ".join(a or b or c for a, b, c in _QUOTED.findall(said))


def compare(a: Variant, b: Variant, lexicon: Lexicon, *, nearest: bool = False) -> Comparison:
    """How much two variants speak for being one saying. `nearest` says that each is the other's nearest in meaning; see `likeness`."""
    shared = a.wording.content & b.wording.content
    if overlap(a.statement, b.statement) or _denied(a, b, shared):
        return NOTHING
    worded = _compare_words(a, b, shared, lexicon)
    if a.statement.vector is None or b.statement.vector is None:
        return worded
    likeness = cosine(a.statement.vector, b.statement.vector)
    meaning = min(1.0, max(0.0, (likeness - ALIKE) / (_SURE - ALIKE)))
    if min(len(a.wording.content), len(b.wording.content)) < _FEW:
        meaning *= _SHORT
    score = _WORDED * worded.score + _MEANING * meaning
    score += meaning * (_NEAREST * nearest + _ONE_VOICE * (_speakers(a, b) > 0))
    score -= _OTHER_VOICE * (_speakers(a, b) < 0) * (1 - worded.score)
    score -= _NOBODY * ((a.speaker is None) != (b.speaker is None)) * (1 - worded.score)
    score -= _UNLIKE * max(0.0, ALIKE - likeness) * (1 - _held(a, b, shared, lexicon)) * _unquoted(a, b, lexicon)
    score -= _SAID_TWICE * (a.statement.document_id == b.statement.document_id)
    said = f"their meanings are alike by {likeness:.0%}{', each nearest to the other' if nearest else ''}"
    why = f"{worded.why}; {said}" if worded.score else f"{said}, in other words{_given_to(a, b)}"
    return Comparison(min(max(score, 0.0), 1.0), why)


def _compare_words(a: Variant, b: Variant, shared: frozenset[str], lexicon: Lexicon) -> Comparison:
    if not shared:
        return NOTHING
    mass = lexicon.mass(shared)
    alike = 2 * mass / (a.wording.mass + b.wording.mass)
    held = _held(a, b, shared, lexicon)
    score = (_ALIKE * alike + _HELD * held) * mass / (mass + _DOUBT)
    if score + 2 * _RUN + _SAME_SPEAKER < _HOPELESS:
        return NOTHING
    run = longest_run(a.wording.words, b.wording.words)
    run_stems = {stem(w) for w in run} & shared
    run_mass = lexicon.mass(run_stems)
    quoted_mass = lexicon.mass(a.quoted & b.quoted)
    echo = _RUN * run_mass / (run_mass + _RUN_DOUBT) + _RUN * quoted_mass / (quoted_mass + _RUN_DOUBT)
    score += (echo + _speakers(a, b)) * min(1.0, held / _EARNED)
    score -= _ONE_DOCUMENT if a.statement.document_id == b.statement.document_id else 0.0
    phrase = lexicon.mass(run_stems & a.quoted & b.quoted) > _RARE_PHRASE or _is_excerpt(a, b, run)
    few = min(len(shared) + 1, len(a.wording.content), len(b.wording.content)) <= _FEW
    if few and alike < _ALIKE_ENOUGH and not phrase:
        score *= _SHORT
    return Comparison(min(max(score, 0.0), 1.0), _why(a, b, held, run))


def longest_run(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, ...]:
    """The longest stretch of words that stands unbroken in both; of several the first in `a`."""
    best: tuple[str, ...] = ()
    before: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    for j, word in enumerate(b):
        places.setdefault(word, []).append(j)
    for i, word in enumerate(a):
        here = {j: before.get(j - 1, 0) + 1 for j in places.get(word, ())}
        length = max(here.values(), default=0)
        if length > len(best):
            best = a[i - length + 1 : i + 1]
        before = here
    return best


def overlap(a: Statement, b: Statement) -> bool:
    """Whether the two are one stretch of text, one nested in the other: then they are two claims about it, not two reports."""
    return a.document_id == b.document_id and any(x.overlaps(y) for x in a.content for y in b.content)


def _held(a: Variant, b: Variant, shared: frozenset[str], lexicon: Lexicon) -> float:
    """The share of the shorter one's weight that both have, 0 to 1."""
    return lexicon.mass(shared) / min(a.wording.mass, b.wording.mass) if shared else 0.0


def _unquoted(a: Variant, b: Variant, lexicon: Lexicon) -> bool:
    """Whether the two have no rare word in quotation marks in common."""
    return lexicon.mass(a.quoted & b.quoted) < _DOUBT


def _denied(a: Variant, b: Variant, shared: frozenset[str]) -> bool:
    """Whether one of two different speakers denies it, or they share words without a proposition, and no words that both quote: who denies what another says has not said it."""
    if a.voice is None or b.voice is None or a.voice == b.voice or len(a.quoted & b.quoted) >= _SAME_PHRASE:
        return False
    return a.denies or b.denies or not shared - _CONTENTLESS


def _is_excerpt(a: Variant, b: Variant, run: tuple[str, ...]) -> bool:
    """Whether one is a quotation that stands whole in the other's."""
    shorter = min(len(a.wording.words), len(b.wording.words))
    return a.is_quotation and b.is_quotation and _SENTENCE <= shorter == len(run)


def _speakers(a: Variant, b: Variant) -> float:
    if a.speaker is None or b.speaker is None:
        return 0.0
    return _SAME_SPEAKER if a.speaker == b.speaker else -_OTHER_SPEAKER


def _why(a: Variant, b: Variant, held: float, run: tuple[str, ...]) -> str:
    words = f'they share the words "{" ".join(run)}"' if len(run) > 1 else "they share single words"
    return f"{words}, and {held:.0%} of the weight of the shorter one{_given_to(a, b)}"


def _given_to(a: Variant, b: Variant) -> str:
    if a.speaker is None or b.speaker is None:
        return ""
    return ", from one speaker" if a.speaker == b.speaker else ", given to two speakers"
