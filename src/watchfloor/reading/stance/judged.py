"""Judged: what somebody's own words judge where no verb outside them tells a stand.

In go words that take a strong stand ("the drills are reckless", "risks must be averted"), out comes the issue with the stand on it. A clause
whose verb judges nothing names no issue; what it is about was told before. Whose words they are is not decided here.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from watchfloor.model.claim import Polarity
from watchfloor.reading.stance.outside import EVENT, named_by, on_demand
from watchfloor.reading.stance.own_issue import own_issue
from watchfloor.reading.stance.stance import opposite, strong_sentence

Taken: TypeAlias = tuple[str, Polarity]
"""An issue and the stand on it."""
_BASELESS = re.compile(
    r"\b(?:baseless|groundless|unfounded|unsubstantiated|false|absurd|ridiculous|provocative|reckless|irresponsible)[\"”’]?\s+(?:and\s+\w+\s+)?"
    r"(?P<what>accusations?|allegations?|claims?|charges|statements?|remarks?|comments?|rhetoric|reports?|insinuations?)\b",
    re.IGNORECASE,
)
"""Words of others that are judged within a phrase: the stand is on them."""
_MUST = r"(?:must|should|shall|ought\s+to|needs?\s+to|ha(?:s|ve)\s+to|can|will|would)"
_MUST_BE = re.compile(
    rf"^(?P<subject>[^;:]{{2,90}}?)\s+{_MUST}(?P<not>\s?not|n['’]t|\s+never|\s+no\s+longer)?\s+(?:\w+ly\s+|also\s+)*be\s+(?:\w+ly\s+|also\s+)*(?P<done>\w+(?:ed|en|t|n|ld|ne|de|ght))\b(?!\s+(?:for|with|able)\b)",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"(?:avert|avoid|prevent|stopp|end|halt|curb|contain|counter|confront|deter|resist|defeat|combat+|tackl|eliminat|condemn|punish|reject|abandon|abolish|scrapp|dropp"
    r"|cancell?|withdraw|remov|dismantl|stemm|thwart|foil)(?:ed|n)",
    re.IGNORECASE,
)
"""What is to be done to what somebody is against."""
_KEPT = re.compile(
    r"(?:strengthen|protect|respect|upheld|implement|releas|increas|expand|support|defend|preserv|maintain|guarante|ensur|secur|kept|adopt|approv|boost|welcom|honou?r|restor"
    r"|allow|tolerat|accept|repeat|permitt|excus|toler)(?:e?d)?",
    re.IGNORECASE,
)
"""What is to be done, or is not to be done, to what somebody is for."""
_MODAL = re.compile(
    r"\b(?:must|should|ought\s+to|needs?\s+to|ha(?:s|ve)\s+to|(?:necessary|vital|essential|crucial|urgent|time)\s+(?=to\s))(?P<not>\s?not|n['’]t|\s+never|\s+no\s+longer)?\s*(?=\w)",
    re.IGNORECASE,
)
_HAVE_BEEN = re.compile(r"have\s+(?:been|happened)\b", re.IGNORECASE)
"""What "should not" is followed by where it judges something that happened."""
_REFUSED = re.compile(
    r"\b(?:can|will|shall|would|could)(?:\s?not|n['’]t|\s+never)\s+(?:\w+ly\s+)?(?:tolerate|accept|allow|permit|condone|stand\s+for)\b",
    re.IGNORECASE,
)
_FOLLY_OF = re.compile(
    r"\b(?P<what>folly|mistake|madness|absurdity|danger|nonsense|opposition|objections?|resistance)\s+(?P<way>in|of|to)\s+",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"\b(?:his|her|their|its)\s+(?:\w+\s+)?$|['’]s\s+(?:\w+\s+)?$", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?P<judges>(?:is|are|was|were|would\s+be|will\s+be|constitutes?|represents?|poses?|remains?|becomes?|became|undermines?|threatens?|endangers?|violates?|contributes?)\b"
    r"(?!\s+(?!alarming|concerning|troubling|threatening|worrying|appalling|maddening|shocking|disturbing|disappointing|contributing|undermining|endangering|jeopardi[sz]ing|weakening|destabili[sz]ing|provoking|escalating|violating)\w+ing\b)"
    r"|(?:has|have|had)\s+(?:become|remained)\b"
    r"|(?:could|may|might|would|will)\s+(?:\w+\s+){0,2}?(?:undermine|jeopardi[sz]e|endanger|weaken|provoke|inflame|escalate|spiral|backfire|risk|sow|destabili[sz]e)\b"
    r"|(?:do|does|did)\s+not\s+(?:accord|hold|work|help|correspond)\b)"
    r"|\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may(?!['’]s)|might|must|should|took|made|said|stands?|shows?|led|went|came)\b",
    re.IGNORECASE,
)
"""The first finite verb of a clause, as far as word forms tell: one that `judges` its subject, or another."""
_DID = re.compile(r"\b\w+ed(?=\s+(?:the|an?|its|his|her|their|to|by|that|in|on|our)\b)", re.IGNORECASE)
"""A verb in the past tense, where no other is."""
_FEELS = re.compile(
    r"\b(?:disappointed|alarmed|outraged|appalled|worried|concerned|angered)\s+(?:that|by|with|in|about|over|at|of)\s",
    re.IGNORECASE,
)
"""Before what somebody is unhappy with."""
_NO_NEED = re.compile(
    r"\b(?:no|little)\s+(?:\w+\s+)?(?:need|reason|justification|place|point|appetite)\s+(?P<to>for|to|in)\s+",
    re.IGNORECASE,
)
_SUPPOSES = re.compile(r"\b(?:could|may|might)\b", re.IGNORECASE)
_THAT = re.compile(r"^[\s\"“‘]*(?:that\s+)?[\"“‘]*", re.IGNORECASE)
_OPENING = re.compile(
    r"(?:if|when|unless|because|although|while|in|with|by|after|despite)\s[^,;]{2,90},\s+", re.IGNORECASE
)
"""What stands before a clause and its subject."""
_BARE_NAME = re.compile(r"(?:the\s+)?(?:[A-Z][\w’'.-]*\s*){1,4}")
"""A subject that is nothing but a name: who may provoke something is not what is judged."""


def judged(content: str, polarity: Polarity) -> tuple[Taken, ...]:
    """The stand, `polarity` at large, on what the words of `content` judge; nothing where they name no issue and can mean none told before."""
    sentence = strong_sentence(content) or content
    found = _THAT.match(sentence)
    words = sentence[found.end() :] if found else sentence
    told = (way(words, polarity) for way in (_on_others_words, _on_passive, _on_object, _on_what_one_feels, _on_deed))
    taken = next((one for one in told if one is not None), None)
    return _on_subject(words, polarity) if taken is None else taken


def _on_others_words(words: str, polarity: Polarity) -> tuple[Taken, ...] | None:
    """The stand on "baseless accusations"."""
    found = _BASELESS.search(words) if polarity is Polarity.AGAINST else None
    return ((f"other:{found['what'].lower()}", polarity),) if found else None


def _on_passive(words: str, polarity: Polarity) -> tuple[Taken, ...] | None:  # noqa: ARG001 - one signature for all
    """The stand on what "must be averted" or "must be protected"; none where the participle does not tell."""
    found = _MUST_BE.match(words)
    if found is None:
        return None
    done = found["done"]
    stand = Polarity.AGAINST if _ENDED.fullmatch(done) else Polarity.FOR if _KEPT.fullmatch(done) else None
    name = own_issue(found["subject"])
    if stand is None or name is None:
        return ()
    return ((name, opposite(stand) if found["not"] else stand),)


def _on_object(words: str, polarity: Polarity) -> tuple[Taken, ...] | None:  # noqa: ARG001 - one signature for all
    """The stand against what will not be tolerated, what it is folly to do, and what there is no need for."""
    refused = _REFUSED.search(words)
    if refused:
        return _named(own_issue(words[refused.end() :]), Polarity.AGAINST)
    folly = _FOLLY_OF.search(words)
    if folly and _OF_OTHERS.search(words, 0, folly.start()):
        return ()
    if folly:
        doing = folly["way"].lower() == "to" and not folly["what"].lower().startswith(("oppos", "objec", "resis"))
        return _named(own_issue(words[folly.end() :], doing=doing), Polarity.AGAINST)
    needless = _NO_NEED.search(words)
    if needless is None:
        return None
    name = own_issue(words[needless.end() :], doing=needless["to"].lower() == "to")
    return ((name, Polarity.AGAINST),) if name else ()


def _on_what_one_feels(words: str, polarity: Polarity) -> tuple[Taken, ...] | None:
    """The stand on what somebody is disappointed with."""
    if _FEELS.search(words) is None:
        return None
    name = own_issue(words)
    return ((name, polarity),) if name else on_demand(words, "", polarity)


def _on_deed(words: str, polarity: Polarity) -> tuple[Taken, ...] | None:
    """The stand on what should be done, or should not; "should not have been there" judges what happened."""
    modal = _MODAL.search(words)
    if modal is None:
        return None
    name = own_issue(words[modal.end() :], doing=True)
    if name is None:
        return _named(None, polarity) if modal["not"] and _HAVE_BEEN.match(words, modal.end()) else ()
    return ((name, Polarity.AGAINST if modal["not"] else Polarity.FOR),)


def _on_subject(words: str, polarity: Polarity) -> tuple[Taken, ...]:
    """The stand on the subject of a verb that judges it; of another verb on what was told before; of words without one on what they name."""
    opening = _OPENING.match(words)
    words = words[opening.end() :] if opening else words
    verb = _VERB.search(words)
    if verb is None and not _DID.search(words):
        return on_demand(words, "", polarity)
    if (
        verb is None
        or not verb["judges"]
        or (_SUPPOSES.match(verb.group()) and _BARE_NAME.fullmatch(words, 0, verb.start()))
    ):
        return _named(None, polarity) if not _SUPPOSES.search(words) else ()
    unnamed = polarity is Polarity.AGAINST and not _SUPPOSES.search(words, verb.end())
    toward = named_by(words[: verb.start()], unnamed=unnamed)
    return ((toward, polarity),) if toward else ()


def _named(name: str | None, polarity: Polarity) -> tuple[Taken, ...]:
    if name is None:
        return ((EVENT, polarity),) if polarity is Polarity.AGAINST else ()
    return ((name, polarity),)
