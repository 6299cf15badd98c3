"""Own issue: a short name for what somebody stands on where it is no issue of the list.

In go the words after the verb or noun that tells the stand, out comes a noun phrase of at most four words as a slug ("missile_launch",
"deployment_of_troops"); None where the words hold no name for anything. Two documents that use one phrase get one slug; that they
mean the same is not said.
"""

from __future__ import annotations

import re

from watchfloor.reading.stance.deed import deed

_REACH = 90
"""Characters in which the object of a stand is named."""
_LONGEST = 3
"""Words in a name, the complement after "of" left aside."""
_PASSED = re.compile(
    r"(?<![\w-])(?:the|an?|this|that|these|those|its|his|her|their|our|my|your|any|some|such|all|latest|new|recent|alleged|both|more|another|every|each|what|very|so|too"
    r"|disappointed|worried|concerned|alarmed|outraged|quite|also|even|almost|nearly|about|around|\w+ly)(?![\w-])\s*(?!of\b)",
    re.IGNORECASE,
)
"""Words that name nothing by themselves; "all of" and "some of" need theirs."""
_LEAD = re.compile(
    r"[\s\"“”‘’']*(?:(?:of|to|for|on|over|at|with|about|against|by|toward|towards|that)\b\s*)?", re.IGNORECASE
)
_END = re.compile(
    r"(?<!^)(?<![\w-])using(?![\w-])|(?<![\w-])(?:by|in|on|at|for|from|with|after|before|as|that|which|who|to|and|against|during|over|because|while|when|if|said|is|are|was|were|into|has|have|had|be|been|being|could"
    r"|would|may(?!['’]s)|might|should|must|can|will|than|it|not|or|but|through|under|amid|despite|due|unless|until|since|without|toward|towards|via|took|take|takes|taking|made|came|went|began"
    r"|does|do|did|how|why|whether|where|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|earlier|late|ago|last|next|per|about|\w+n['’]t)(?![\w-])"
    r"|[,.;:()—–“”\"?!/\n]|\d",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Adm|Sen|Rep|Gov)\.\s")
"""A title whose full stop ends no phrase."""
_HAVE = re.compile(
    r"[\s\"“‘]*(?:to\s+)?have\s+(?!been\b|\w+(?:ed|en)\b|(?:shot|done|made|gone|sent|left|kept|held|told|built|met|found|lost|paid|cut|put|shut|hit|come)\b)",
    re.IGNORECASE,
)
"""Who should have guards needs guards; "should have sent" is a deed."""
_RELATIVE = re.compile(
    r"(?<=[^\W\d_])(?<!\bof)(?<!\bto)(?<!\bfor)(?<!\bon)(?<!\ball)\s(?:that|which|who)\s", re.IGNORECASE
)
"""Where a clause on the thing begins: "targets that breach the airspace"."""
_DONE = re.compile(r"(?<=\w)\s+(?!united\b)[a-z]{3,}ed\s*$")
"""A participle behind its noun: "the agreement reached last year"."""
_VERDICT = re.compile(
    r"(?<=\w)\s+(?:unacceptable|reckless|dangerous|irresponsible|unjustified|illegal|unlawful|wrong|absurd|provocative|premature|outrageous|deplorable|regrettable|baseless|groundless|unfounded)\s*$",
    re.IGNORECASE,
)
"""What somebody calls a thing, behind its name: "called the raid reckless"."""
_POSED_BY = re.compile(
    r"(?<=(?:risk|reat|nger)s\s)(?:posed|presented|caused)\s+by\s+|(?<=(?:risk|reat|nger)\s)(?:posed|presented|caused)\s+by\s+",
    re.IGNORECASE,
)
"""Between a risk or a threat and what it is of."""
_ASKS = re.compile(r"\b(?:seeking|demanding|requesting|calling\s+for|asking\s+for)\s+(?!to\b)(?=\w)")
"""Words behind a paper that say what it asks: "a request with the court seeking the release of …"."""
_OF = re.compile(r"(?<![\w-])of(?![\w-])", re.IGNORECASE)
_OF_IT = re.compile(r"\s*(?:it|them|us|him|her|that|this|these|those)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w’'-]*[\w]|(?<=[a-z]\s)[A-Z](?!\w)")
_PRONOUN = re.compile(
    r"[\s\"“‘]*(?:(?:we|nobody|it|they|he|she|i|you|there|one|what|them|him|people|everyone)\b|her\b(?!\s+\w)"
    r"|(?:this|that|these|those)\b(?=\s*(?:[^\w\s“\"‘]|$|(?:is|was|are|were|has|have|had|will|would|could|can|cannot|may|might|must|should|does|do|did|\w+ed)\b)))",
    re.IGNORECASE,
)
_URGED = re.compile(
    r"\b(?:should|must|needs?(?: to)?|needed to|ha(?:s|ve) to|ought to|necessary(?: to)?)\s",
    re.IGNORECASE,
)
"""After it stands what is urged, and that names the issue, not who is to do it."""
_NEED = re.compile(r"needs?\s$|necessary\s$", re.IGNORECASE)
"""Who needs guards names a thing, who must guard a deed."""
_FEELING = re.compile(
    r"(?:disappointed|alarmed|outraged|appalled|worried|concerned|angered)\s+(?:that|by|with|in|about|over|at|of)\s",
    re.IGNORECASE,
)
_HOW = re.compile(r"[\s\"“‘]*(?:how|whether|when|where)\s+to\s+\w+(?:\s+with)?\s", re.IGNORECASE)
_DOING = re.compile(r"[^,.;:]{2,60}?\s(?:is|are|was|were)\s(?=\w+ing\b)", re.IGNORECASE)
_STATED = re.compile(r"\b(?:is|are|was|were|will|would|can|could)\b", re.IGNORECASE)
_NAMES_NOTHING = frozenset(
    """however way ways thing things lot one ones something anything everything nothing people step steps move moves act acts kind sort part
    result results fact case time year years week month day days bit point end beginning them him her us me you it these those others public continue keep help give make get let have do call label increase use explain spend respond act""".split()
)
"""Words that alone are no name of an issue."""


def own_issue(words: str, *, doing: bool = False) -> str | None:
    """The name of the object that the words begin with, as `other:<slug>`; `doing` if they begin with what somebody is to do."""
    words, urged = _named_part(_TITLE.sub("", words))
    if (doing or urged) and not (owned := _HAVE.match(words)):
        done = deed(words[:_REACH])
        thing = _thing(done[1]) if done else None
        return f"other:{'_'.join(done[0].split())}_{thing}" if done and thing else None
    thing = _thing(words[owned.end() :] if (doing or urged) and owned else words)
    return f"other:{thing}" if thing else None


def _thing(words: str) -> str | None:
    words = _POSED_BY.sub("of ", words)
    lead = _LEAD.match(words)
    rest = words[lead.end() if lead else 0 :][:_REACH]
    asked = _ASKS.search(rest)
    rest = rest[asked.end() :] if asked else rest
    if _PRONOUN.match(rest):
        return None
    relative = _RELATIVE.search(rest)
    rest = _PASSED.sub("", rest[: relative.start()] if relative else rest)
    stop = _END.search(rest)
    phrase = rest[: stop.start()] if stop else rest
    phrase = _VERDICT.sub("", _DONE.sub("", phrase))
    of = _OF.search(phrase)
    head = _named(phrase[: of.start()] if of else phrase, _LONGEST)
    if not head:
        return None
    whole = (
        [] if of is None or _OF_IT.match(phrase, of.end()) else _named(phrase[of.end() :], 3 if len(head) == 1 else 2)
    )
    if not whole and len(head) == 1 and head[0] in _NAMES_NOTHING:
        return None
    return "_".join([*head[-2:], "of", *whole] if whole else head)


def speaks_of_it(words: str) -> bool:
    """Whether the words begin with a pronoun, so that what they are about was named before ("This is unacceptable")."""
    return _PRONOUN.match(words) is not None


def _named_part(words: str) -> tuple[str, bool]:
    """The words from where the issue is named: after what is felt of it, how it is met with, or who ought to do it; and whether they tell what is to be done."""
    felt = _FEELING.search(words[:_REACH])
    words = words[felt.end() :] if felt else words
    asked = _HOW.match(words)
    words = words[asked.end() :] if asked else words
    doing = _DOING.match(words) if felt else None
    urged = _URGED.search(words[:_REACH])
    pronoun = _PRONOUN.match(words)
    if doing:
        return words[doing.end() :], False
    if urged and (pronoun or not _STATED.search(words[: urged.start()])):
        return words[urged.end() :], _NEED.search(urged.group()) is None
    return "" if pronoun else words, False


def _named(phrase: str, most: int) -> list[str]:
    """The last words of a noun phrase, in lower case; the head of an English one stands at its end."""
    words = [word.lower().replace("’", "'").removesuffix("'s") for word in _WORD.findall(phrase)]
    return words[-most:]
