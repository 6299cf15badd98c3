"""Name starts: whether a capitalised word begins a name, or has its capital from where it stands.

In goes one sentence's tokens and what the whole document shows of capitals, out comes whether a name starts at a token. How far
names reach, and what they name, is for `proper_name`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from watchfloor.reading.actor import register
from watchfloor.reading.actor.compound_word import is_compound_adjective
from watchfloor.reading.actor.name_word import (
    ALSO_FAMILY_NAMES,
    ALSO_GIVEN_NAMES,
    CALENDAR,
    NOT_NAMES,
    PARTICLE_OF_PERSON,
)
from watchfloor.reading.actor.role_noun import is_title, role_noun
from watchfloor.reading.speech.reporting_verb import VerbForm, is_reporting_verb, reporting_verb
from watchfloor.reading.text.token import Token

_CONTRACTED = re.compile(r"['’](?:re|ve|ll|m|d)$")
_LONGEST_ASIDE = 12
_FINITE = frozenset("is was has had will would said says".split())
_BEFORE_A_MONTH = frozenset("in since until by last early late of from to this next mid before after during".split())


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What the document shows of its words: `capital` are those seen with a capital inside a sentence, `lower` those seen without."""

    capital: frozenset[str]
    lower: frozenset[str]

    def trusts(self, word: Token) -> bool:
        """Whether a word that stands where any word has a capital is a name all the same."""
        return word.lower in self.capital or (word.lower not in self.lower and is_registered(word.text))


def starts(words: Sequence[Token], i: int, known: KnownNames, *, shouting: bool) -> bool:
    """Whether a name starts at `i`; a capital that any word would have there is no proof by itself."""
    word = words[i]
    if word.lower in ALSO_FAMILY_NAMES and _is_a_speaker(words, i):
        return True
    small = not word.is_capitalised or not word.text[0].isalpha()
    a_day = word.lower in CALENDAR and not (word.lower in ALSO_GIVEN_NAMES and is_capital(words, i + 1))
    if small or _CONTRACTED.sub("", word.lower) in NOT_NAMES or a_day or is_compound_adjective(word):
        return False
    sure = known.trusts(word) or (word.text.isupper() and len(word.text) > 1 and not shouting)
    if sure or not (shouting or _begins_clause(words, i)):
        return True
    return not shouting and word.lower not in known.lower and _stands_like_a_name(words, i)


def _stands_like_a_name(words: Sequence[Token], i: int) -> bool:
    """Whether the words after a first word show that it is a name: a verb of saying, a description beside it, another capital."""
    if is_citing(words[i]):
        return False
    titled = is_title(words[i].lower.rstrip(".")) and text_at(words, i + 1) in PARTICLE_OF_PERSON
    if titled or _is_described(words, i):
        return True
    if is_reporting_verb(text_at(words, i + 1)) and role_noun(words[i].lower) is None:
        return True
    follows = words[i + 1] if i + 1 < len(words) else None
    return follows is not None and follows.is_capitalised and follows.lower not in NOT_NAMES


def is_citing(word: Token) -> bool:
    """Whether a word is a participle of saying, which begins sentences with a capital ("Citing Norland officials, …")."""
    verb = reporting_verb(word.lower)
    return verb is not None and verb.form is VerbForm.GERUND


def _is_a_speaker(words: Sequence[Token], i: int) -> bool:
    """Whether the name of a month is a person's here: it says something, and no word for a date stands before it ("May said")."""
    before = words[i - 1].lower if i else ""
    says = words[i].is_capitalised and is_reporting_verb(text_at(words, i + 1)) and text_at(words, i + 1) != "see"
    return says and before not in _BEFORE_A_MONTH and not before[:1].isdigit()


def _is_described(words: Sequence[Token], i: int) -> bool:
    """Whether a first word is a name because of what stands beside it: "Qarl, Norland's largest shipyard, has …"."""
    if text_at(words, i + 1) != "," or words[i].lower.endswith("ly"):
        return False
    opens = words[i + 2 : i + 5]
    whose = any(word.is_possessive_mark for word in opens[1:]) or (opens and opens[0].lower in {"the", "a", "an"})
    close = next((j for j in range(i + 3, min(i + _LONGEST_ASIDE, len(words))) if words[j].text == ","), None)
    return bool(whose) and close is not None and text_at(words, close + 1) in _FINITE


def _begins_clause(words: Sequence[Token], i: int) -> bool:
    """Whether a capital at `i` may be owed to the start of a sentence or a quotation."""
    return i == 0 or words[i - 1].text in {"“", '"', "‘", "'", "«", ":", "—", "–", "-", "(", ".", "!", "?", "…", "..."}


def text_at(words: Sequence[Token], i: int) -> str:
    """The word at `i` in lower case; nothing after the last."""
    return words[i].lower if i < len(words) else ""


def is_capital(words: Sequence[Token], i: int) -> bool:
    """Whether a word with a capital that can be part of a name stands at `i`."""
    return i < len(words) and words[i].is_capitalised and words[i].lower not in CALENDAR | NOT_NAMES


def is_registered(text: str) -> bool:
    """Whether the register has a state, a bloc or a seat of this name."""
    return bool(register.state_named(text) or register.bloc_named(text) or register.metonym(text))
