"""Demands: what somebody is urged to do, and whether that is to end something.

In go the words behind a verb that urges, or the words that somebody says, out come the words that name what is demanded. Who calls
on a state to stop its raids is against the raids. Who demands is not decided here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_URGES = re.compile(
    r"\b(?:urg|press|call|ask|demand|pressur|order|insist|want|request|petition|seek|sought)", re.IGNORECASE
)
_TO_DO = re.compile(
    r"\s*(?:on\s+|upon\s+|for\s+(?=[A-Z]|the\s|all\s|both\s|an?\s+end))?"
    r"(?:(?!(?:before|after|until|unless|if|when|because|with|from|and|that|to)\s)[\w.’'\[\]-]+\s+){1,7}?(?P<not>not\s+)?to\s+[\"“]?(?=[a-z])(?!be able)"
)
_ENDING = (
    r"(?:immediately\s+|at\s+once\s+|also\s+|simply\s+)?"
    r"(?:(?:stop|end|halt|cease|abandon|drop|scrap|cancel|reverse|refrain\s+from|give\s+up|back\s+down\s+from|put\s+an\s+end\s+to|pull\s+out\s+of|withdraw\s+from)\b"
    r"|bring(?=\s+[^.;]{3,60}\s+to\s+an\s+end\b))[\s,]*"
)
_ENDS = re.compile(rf"[\s\"“‘]*(?:to\s+)?{_ENDING}", re.IGNORECASE)
_THAT_THEY_DO = re.compile(
    r"\s*(?:\w+\s+)?that\s+(?:[\w’'-]+\s+){1,5}?(?P<deed>(?!of|in|on|at|for|with|from|to|by|and|is|are|was|were|has|have|had|will|would)[a-z]{2,}(?<!ed)(?<![^s]s)\s+(?:the|an?|all|its|their|his|her|any|more|new|no|full)\s)"
)
"""Whom one asks, before what they are to do: "requested that the port release the ship"."""
_TO_A_THING = re.compile(r"\b(?:object|oppos|react|resist|commit|appeal)\w*", re.IGNORECASE)
"""Words whose "to" mostly leads to a noun."""
_INFINITIVE = re.compile(r"\s*to\s", re.IGNORECASE)
_AN_END = re.compile(r"[\s\"“‘]*(?:for\s+)?(?:an?|the)\s+(?:\w+\s+)?(?:end|halt|stop)\s+(?:to|of)\s+", re.IGNORECASE)
_MUST_END = re.compile(
    rf"\b(?:must|should|needs?\s+to|needed\s+to|ha(?:s|ve)\s+to|ought\s+to|time\s+to|need\s+to)\s+{_ENDING}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Demand:
    """`words` name what is demanded or, where it is to be `ended`, what shall be no more."""

    words: str
    ended: bool = False
    doing: bool = False
    """Whether the words begin with a verb for what is to be done."""


def demanded(content: str, verb: str) -> Demand:
    """What the words behind `verb` demand: "urged Norland to stop the drills" is about the drills, and against them; so is "not to drill"."""
    an_end = _AN_END.match(content)
    if an_end:
        return Demand(content[an_end.end() :], ended=True)
    infinitive = verb.endswith(" to")
    asked = _TO_DO.match(content) if not infinitive and _URGES.search(verb) else None
    words = content[asked.end() :] if asked else content
    if asked and asked["not"]:
        return Demand(words, ended=True, doing=True)
    subjunctive = _THAT_THEY_DO.match(content) if not asked and not infinitive and _URGES.search(verb) else None
    if subjunctive:
        return Demand(content[subjunctive.start("deed") :], doing=True)
    ending = _ENDS.match(words) if asked or infinitive or _INFINITIVE.match(words) or _URGES.search(verb) else None
    if ending:
        return Demand(words[ending.end() :], ended=True)
    to_do = (infinitive or _INFINITIVE.match(words)) and not _TO_A_THING.search(verb)
    return Demand(words, doing=bool(asked or to_do))


def must_end(content: str) -> Demand | None:
    """What the words say must stop ("should abandon the drills"); None where they say nothing of the kind."""
    found = _MUST_END.search(content)
    return Demand(content[found.end() :], ended=True) if found else None
