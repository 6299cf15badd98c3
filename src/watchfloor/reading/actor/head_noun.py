"""Head nouns: whether a role noun heads a phrase of its own where it stands.

In goes one sentence's tokens and the place of a word, out comes its role noun, or None where it is a verb ("officials suspect that"), an
adjective ("a military parade"), an hour ("9.30 PM") or only says more about the noun after it ("military officials").
"""

from __future__ import annotations

from collections.abc import Sequence

from watchfloor.reading.actor import noun_or_verb
from watchfloor.reading.actor.proper_name import is_adjective_of_origin
from watchfloor.reading.actor.role_noun import RoleNoun, is_body, is_full_title, role_noun
from watchfloor.reading.speech.reporting_verb import is_reporting_verb
from watchfloor.reading.text.token import Token

ADJECTIVES = frozenset(
    "major general chief military state local power head police customs capital public official expert executive representative".split()
)
"""Role nouns that are adjectives where a plain noun follows."""
AFTER_A_NOUN = frozenset(
    "who which that and or but of in on at to for from by with as is are was were has have had will would could may might can "
    "also said says told warned himself herself itself themselves first earlier later already often still now never not then "
    "say think believe do does did".split()
)
"""What follows a noun that is no adjective."""
_NOT_ADVERBS = frozenset({"supply", "family", "ally", "assembly", "rally", "reply", "monopoly", "anomaly"})
_SERVICES = frozenset({"coast", "border", "national"})
SECOND = frozenset({"deputy", "vice", "assistant"})
FIELD = 2
"""Plain words between whose office it is and its noun: "Norland's digital affairs minister"."""


def head_noun(words: Sequence[Token], i: int) -> RoleNoun | None:
    """The role noun at `i` if it heads a phrase; a guard is a person, and a coast guard a body."""
    noun = role_noun(words[i].lower)
    if noun is None or _is_modifier_itself(words, i) or _is_verb(words, i):
        return None
    if _is_adjective(words, i) or _is_hour(words, i):
        return None
    is_service = words[i].lower == "guard" and i > 0 and words[i - 1].lower in _SERVICES
    return RoleNoun("guard", "body", "military", plural=False) if is_service else noun


def _is_modifier_itself(words: Sequence[Token], i: int) -> bool:
    """Whether the noun only describes the noun after it ("military officials", "state media", "deputy health minister")."""
    if words[i].lower in SECOND:
        ahead = words[i + 1 : i + 2 + FIELD]
        plain = next((k for k, word in enumerate(ahead) if word.is_capitalised or not word.is_word), len(ahead))
        if any(is_full_title(word.lower) for word in ahead[:plain]):
            return True
    following = words[i + 1] if i + 1 < len(words) else None
    return (
        following is not None
        and role_noun(following.lower) is not None
        and not following.is_capitalised
        and not _is_verb(words, i + 1)
    )


def _is_verb(words: Sequence[Token], i: int) -> bool:
    """Whether the noun is what somebody does ("officials suspect that", "the news agency reports", "the Harbour Times reports")."""
    if noun_or_verb.is_verb(words, i):
        return True
    if words[i].text != "reports" or i == 0:
        return False
    before = words[i - 1]
    named = before.is_capitalised and not is_adjective_of_origin(before.text)
    return named or (is_body(before.lower) and before.lower not in {"media", "press"})


def _is_hour(words: Sequence[Token], i: int) -> bool:
    """Whether "PM" tells the hour ("9.30 PM", "5 pm") and no prime minister."""
    if words[i].lower != "pm":
        return False
    return not words[i].is_capitalised or (i > 0 and words[i - 1].text[-1:].isdigit())


def _is_adjective(words: Sequence[Token], i: int) -> bool:
    """Whether the word only looks like a role noun ("the general support", "a military parade")."""
    if words[i].text not in ADJECTIVES:
        return False
    if words[i].text == "major" or i + 1 == len(words):
        return words[i].text == "major"
    following = words[i + 1]
    ends_like_a_verb = (
        following.lower.endswith("ed")
        or (following.lower.endswith("ly") and following.lower not in _NOT_ADVERBS)
        or following.lower in AFTER_A_NOUN
        or is_reporting_verb(following.lower)
        or noun_or_verb.is_verb(words, i + 1)
    )
    return following.is_word and not following.is_capitalised and not ends_like_a_verb
