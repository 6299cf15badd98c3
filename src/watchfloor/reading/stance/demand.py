"""Demands: what somebody is urged to do, and whether that is to end something.

In go the words behind a verb that urges, or the words that somebody says, out come the words that name what is demanded. Who calls
on a state to stop its raids is against the raids. Who demands is not decided here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_URGES = re.compile(r"\b(?:urg|press|call|ask|demand|pressur|order|insist|want|ask)", re.IGNORECASE)
_TO_DO = re.compile(
    r"\s*(?:on\s+|upon\s+|for\s+(?=[A-Z]|the\s|all\s|both\s|an?\s+end))?(?:[\w.’'-]+\s+){1,6}?(?P<not>not\s+)?to\s+[\"“]?(?=[a-z])(?!be able)"
)
_ENDING = (
    r"(?:immediately\s+|at\s+once\s+|also\s+|simply\s+)?"
    r"(?:(?:stop|end|halt|cease|abandon|drop|scrap|cancel|reverse|refrain\s+from|give\s+up|back\s+down\s+from|put\s+an\s+end\s+to|pull\s+out\s+of|withdraw\s+from)\b"
    r"|bring(?=\s+[^.;]{3,60}\s+to\s+an\s+end\b))[\s,]*"
)
_ENDS = re.compile(rf"[\s\"“‘]*(?:to\s+)?{_ENDING}", re.IGNORECASE)
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


def demanded(content: str, verb: str) -> Demand:
    """What the words behind `verb` demand: "urged Norland to stop the drills" is about the drills, and against them; so is "not to drill"."""
    an_end = _AN_END.match(content)
    if an_end:
        return Demand(content[an_end.end() :], ended=True)
    infinitive = verb.endswith(" to")
    asked = _TO_DO.match(content) if not infinitive and _URGES.search(verb) else None
    words = content[asked.end() :] if asked else content
    if asked and asked["not"]:
        return Demand(words, ended=True)
    ending = _ENDS.match(words) if asked or infinitive or _INFINITIVE.match(words) or _URGES.search(verb) else None
    return Demand(words[ending.end() :], ended=True) if ending else Demand(words)


def must_end(content: str) -> Demand | None:
    """What the words say must stop ("should abandon the drills"); None where they say nothing of the kind."""
    found = _MUST_END.search(content)
    return Demand(content[found.end() :], ended=True) if found else None
