"""Deed: the name of what somebody is to do or will not do, as a noun.

In go words that begin with a plain verb ("break off diplomatic relations"), out come its "-ing" form and the words of its object. A verb without an
object names no issue, and that is for `own_issue` to see.
"""

from __future__ import annotations

import re

_DEED = re.compile(
    r"[\s\"“‘]*(?:to\s+)?(?:(?:\w+ly|also|all|both|now|once|again)\s+)*(?:let\s+(?:(?:[A-Z][\w’'-]*\s+){1,4}|(?:it|them|him|her)\s+))?(?P<have>have\s+(?=\w+(?:ed|en)\b|(?:shot|done|made|gone|sent|left|kept|held|told|built|met|found|lost|paid|cut|put|shut|hit|come)\b))?(?P<verb>[a-z]{2,})(?![\w’'-])(?P<particle>\s+(?:off|up|out|down|over|back|away|together|into|for|against)(?=\s))?\s+(?=\S)"
)
_NO_VERB = re.compile(
    r"(?:the|an?|its|their|his|her|our|my|your|this|that|these|those|any|all|some|more|no|such|every|each|both|be|been|being|is|are|was|were|have|has|had|do|not|by|in|on|at"
    r"|of|for|with|from|to|and|or|as|let|understand|remember|know|say|see|note|think|believe|hope|admit|wait|\w+ing|\w*[^s\W]s)(?![\w’'-])",
    re.IGNORECASE,
)
"""What stands behind "to" where that leads to a noun: "opposed to the plan", "agreed to talks"."""
_PREPOSITION = re.compile(
    r"(?:\w+ly\s+)*(?:using|of|in|on|at|to|for|with|from|by|about|as|upon|towards?|through|than|like|so|and|or|if|when|while)(?![\w’'-])",
    re.IGNORECASE,
)
_DOUBLED = re.compile(r"(?:[^aeiou]|^|qu)[aeiou][bdgklmnprtz]")
_LONG_DOUBLED = ("mit", "fer", "pel", "bel", "gin", "get", "gret", "cur")
"""Ends of longer verbs whose last consonant is doubled: "permit", "refer", "expel"."""


def deed(words: str) -> tuple[str, str] | None:
    """The verb that `words` begin with, with its particle, as a noun, and what follows; None where they begin with no verb that has something behind it."""
    found = _DEED.match(words)
    if found is None or _NO_VERB.fullmatch(found["verb"]) or _PREPOSITION.match(words, found.end()):
        return None
    verb = f"having {found['verb']}" if found["have"] else gerund(found["verb"])
    return verb + (found["particle"] or ""), words[found.end() :]


def gerund(verb: str) -> str:
    """The "-ing" form of a plain English verb: "send" is "sending", "leave" "leaving", "stop" "stopping"."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    one_syllable = re.fullmatch(rf"[^aeiou]*{_DOUBLED.pattern}", verb)
    return f"{verb}{verb[-1]}ing" if one_syllable or verb.endswith(_LONG_DOUBLED) else f"{verb}ing"
