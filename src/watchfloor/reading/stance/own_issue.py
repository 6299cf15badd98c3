"""Own issue: a short name for what somebody stands on where it is no issue of the list.

In go the words after the verb or noun that tells the stand, out comes a noun phrase of at most four words as a slug ("missile_launch",
"deployment_of_troops"); None where the words hold no name for anything. Two documents that use one phrase get one slug; that they
mean the same is not said.
"""

from __future__ import annotations

import re

_REACH = 90
"""Characters in which the object of a stand is named."""
_LONGEST = 3
"""Words in a name, the complement after "of" left aside."""
_PASSED = re.compile(
    r"(?<![\w-])(?:the|an?|this|that|these|those|its|his|her|their|our|my|your|any|some|such|all|latest|new|recent|alleged|both|more|another|every|each|what|very|so|too"
    r"|disappointed|worried|concerned|alarmed|outraged|quite|also|even|have|has|be|been|being|\w+ly)(?![\w-])\s*(?!of\b)",
    re.IGNORECASE,
)
"""Words that name nothing by themselves; "all of" and "some of" need theirs."""
_LEAD = re.compile(
    r"[\s\"“”‘’']*(?:(?:of|to|for|on|over|at|with|about|against|by|toward|towards|that)\b\s*)?", re.IGNORECASE
)
_END = re.compile(
    r"(?<![\w-])(?:by|in|on|at|for|from|with|after|before|as|that|which|who|to|and|against|during|over|because|while|when|if|said|is|are|was|were|into|has|had|could"
    r"|would|may|might|should|must|can|will|than|it|not|be|or|but|through|under|amid|despite|due|until|since|without|toward|towards|via|took|take|takes|taking|made|came|went|began"
    r"|does|do|did|how|why|whether|where|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|earlier|late|ago|last|next|per|about|\w+n['’]t)(?![\w-])"
    r"|[,.;:()—–“”\"?!/\n]|\d",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Adm|Sen|Rep|Gov)\.\s")
"""A title whose full stop ends no phrase."""
_OF = re.compile(r"(?<![\w-])of(?![\w-])", re.IGNORECASE)
_OF_IT = re.compile(r"\s*(?:it|them|us|him|her|that|this|these|those)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w’'-]*[\w]")
_PRONOUN = re.compile(
    r"[\s\"“‘]*(?:(?:we|nobody|it|they|he|she|i|you|there|one|what|them|him|her|people|everyone)\b"
    r"|(?:this|that|these|those)\b(?=\s*(?:[^\w\s“\"‘]|$|(?:is|was|are|were|has|have|had|will|would|could|can|cannot|may|might|must|should|does|do|did|\w+ed)\b)))",
    re.IGNORECASE,
)
_URGED = re.compile(
    r"\b(?:should|must|needs?(?: to)?|needed to|ha(?:s|ve) to|ought to|necessary(?: to)?)\s(?:have\s|be\s)?",
    re.IGNORECASE,
)
"""After it stands what is urged, and that names the issue, not who is to do it."""
_FEELING = re.compile(
    r"(?:disappointed|alarmed|outraged|appalled|worried|concerned|angered)\s+(?:that|by|with|in|about|over|at|of)\s",
    re.IGNORECASE,
)
_HOW = re.compile(r"[\s\"“‘]*(?:how|whether|when|where)\s+to\s+\w+(?:\s+with)?\s", re.IGNORECASE)
_DOING = re.compile(r"[^,.;:]{2,60}?\s(?:is|are|was|were)\s(?=\w+ing\b)", re.IGNORECASE)
_STATED = re.compile(r"\b(?:is|are|was|were|will|would|can|could)\b", re.IGNORECASE)
_NAMES_NOTHING = frozenset(
    """however way ways thing things lot one ones something anything everything nothing people step steps move moves act acts kind sort part
    result results fact case time year years week month day days bit point end beginning them him her us me you it these those others public continue keep help give make get let have do call label increase use""".split()
)
"""Words that alone are no name of an issue."""


def own_issue(words: str) -> str | None:
    """The name of the object that the words begin with, as `other:<slug>`."""
    words = _named_part(_TITLE.sub("", words))
    lead = _LEAD.match(words)
    rest = words[lead.end() if lead else 0 :][:_REACH]
    if _PRONOUN.match(rest):
        return None
    rest = _PASSED.sub("", rest)
    stop = _END.search(rest)
    phrase = rest[: stop.start()] if stop else rest
    of = _OF.search(phrase)
    head = _named(phrase[: of.start()] if of else phrase, _LONGEST)
    if not head:
        return None
    whole = [] if of is None or _OF_IT.match(phrase, of.end()) else _named(phrase[of.end() :], 2)
    if not whole and len(head) == 1 and head[0] in _NAMES_NOTHING:
        return None
    return "other:" + "_".join([*head[-2:], "of", *whole] if whole else head)


def speaks_of_it(words: str) -> bool:
    """Whether the words begin with a pronoun, so that what they are about was named before ("This is unacceptable")."""
    return _PRONOUN.match(words) is not None


def _named_part(words: str) -> str:
    """The words from where the issue is named: after what is felt of it, how it is met with, or who ought to do it."""
    felt = _FEELING.search(words[:_REACH])
    words = words[felt.end() :] if felt else words
    asked = _HOW.match(words)
    words = words[asked.end() :] if asked else words
    doing = _DOING.match(words) if felt else None
    urged = _URGED.search(words[:_REACH])
    pronoun = _PRONOUN.match(words)
    if doing:
        return words[doing.end() :]
    if urged and (pronoun or not _STATED.search(words[: urged.start()])):
        return words[urged.end() :]
    return "" if pronoun else words


def _named(phrase: str, most: int) -> list[str]:
    """The last words of a noun phrase, in lower case; the head of an English one stands at its end."""
    words = [word.lower().replace("’", "'").removesuffix("'s") for word in _WORD.findall(phrase)]
    return words[-most:]
