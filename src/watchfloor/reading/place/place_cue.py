"""Place cues: what around a name shows that it means a place.

In comes text with the offsets of a name, out goes whether the words before or after it make it one: a preposition of place
with what may stand between ("in the volatile province of"), a noun that only places take ("airport", "'s coast"), a name before it
that is already one. Which place is meant is not decided here.
"""

from __future__ import annotations

import re

_DIRECTION = r"(?:north|south|east|west)(?:[- ]?(?:east|west))?(?:ern)?|central|downtown|mid|greater|upper|lower"
PLACE_NOUN = (
    r"(?:cities|city|towns?|villages?|provinces?|regions?|oblasts?|districts?|count(?:y|ies)|islands?|isle|peninsula|municipality|suburbs?"
    r"|ports?|harbou?r|airports?|air ?base|airfield|border|coast|coastline|shores?|waters|airspace|territory|territories|soil|skies|capital"
    r"|exclave|enclave|hub|area|outskirts|strait|bay|gulf|valley|mountains|archipelago|stronghold|fronts?|flank|frontier|parts|state|republic"
    r"|voivodeship|prefecture|railway station|train station|metro)"
)
_BETWEEN = (
    rf"(?:(?:the|a|an|its|their|both|neighbou?ring|nearby|(?:\w+-)?occupied|(?:\w+-)?controlled|mainland|rural|coastal|strategic|key|volatile"
    rf"|besieged|embattled|war-torn|heart of|cent(?:er|re) of|whole of|all of|rest of|much of|parts of|most of|port|capital|frontline"
    rf"|[A-Z][a-z]+(?:an|ish|ese|i|ch|ss)|(?:[A-Z]\w+\s)?[A-Z]\w+['’]s|{_DIRECTION}|{PLACE_NOUN}(?:\s+of|\s+and)?)\s+){{0,5}}"
)
_PLACING = r"in|into|inside|within|near|throughout|around|onto|outside|through|(?<!cut )(?<!cutting )(?<!ward )(?<!fend )(?<!call )off|along|above|bordering|across|beyond|via"
_VERB = r"enter(?:ed|ing|s)?|invad(?:ed|ing|es)|leav(?:e|ing)|reach(?:ed|ing|es)?|cross(?:ed|ing|es)?|visit(?:ed|ing|s)?|overfl(?:ew|ying|y|own)|bomb(?:ed|ing)|shell(?:ed|ing)"
# "Trust in" and "rein in" put nothing anywhere.
_BELIEF = r"(?<!rein )(?<!reining )(?<!trust )(?<!faith )(?<!confidence )(?<!disappointed\" )(?<!disappointed )(?<!interest )(?<!interested )"
_BEFORE = re.compile(rf"\b{_BELIEF}(?i:{_PLACING}|{_VERB})\s+{_BETWEEN}$")
_APPOSED = re.compile(rf"\b{PLACE_NOUN},\s+$")
_BEFORE_CITY = re.compile(
    rf"\b(?i:at|to|from|toward|towards|over|between|on|against|north|south|east|west|km|miles|struck|hit)\s+(?:of\s+)?{_BETWEEN}$"
)
_AIRBORNE = re.compile(
    r"\b(?i:fl(?:y|ew|own|ies|ying|ight)|overf|drones?|missiles?|aircraft|planes?|jets?|balloons?|airspace|skies|downed|shot|seen|spotted|appear|pass"
    rf"|sight|circl|hover|cross|drift|incursion)\w*\b[^.;]{{0,50}}\bover\s+{_BETWEEN}$"
)
_MOTION = re.compile(
    r"\b(?i:sent|shipped|fl(?:ew|own|ying|ies)|travel\w*|sail\w*|depart\w*|arriv\w*|drove|drive\w*|moved|deport\w*|smuggl\w*|cross(?:ed|es|ing)?"
    rf"|fled|flee\w*|return(?:ed|ing)|en route|on its way|bound|headed|heading)\s+(?:\w+\s+)?(?:from|to|for)\s+{_BETWEEN}$"
)
_SPANNING = re.compile(
    r"\b(?i:cables?|links?|border|lines?|railway|pipelines?|ferr(?:y|ies)|waters|roads?|routes?|connections?|interconnector|flights?|corridor|crossing)"
    rf"\s+(?:\w+\s+)?between\s+{_BETWEEN}$"
)
_EVENT_OF = re.compile(
    rf"\b(?i:{PLACE_NOUN}|{_DIRECTION}|invasion|occupation|annexation|bombing|bombardment|shelling|capture|siege|fall|streets|people)\s+of\s+{_BETWEEN}$"
)
_PLACING_CUES = (_BEFORE, _EVENT_OF, _AIRBORNE, _APPOSED, _MOTION, _SPANNING)
_LINK = re.compile(rf"(?:['’]s)?\s*(?:(?P<comma>,)|,?\s+(?:and|or|as well as|and in|and near)\b|/)\s*{_BETWEEN}$")
_LISTED = re.compile(r"\s*(?:,|and\b|or\b|as well as\b|[.;)]|$)")
_CLOSED = re.compile(
    r"\s*(?:[,.;:)\]\"”–—]|-\s|$|\s(?:on|in|at|for|and|or|where|when|after|before|during|to|with|by|from|since|as|last|this|\(|(?:Mon|Tues|Wednes|Thurs"
    r"|Fri|Satur|Sun)day)\b)"
)
_OWNED_PLACE = re.compile(rf"['’]s?\s+(?:(?:\w+\s+)?(?:{_DIRECTION})\s+)?(?:\w+\s+)?{PLACE_NOUN}\b")
_SUFFIX = re.compile(
    r"\s+(?P<noun>[Pp]rovince|[Rr]egion|[Oo]blast|[Cc]ity|[Aa]irport|[Pp]ort|[Hh]arbou?r|[Dd]istrict|[Cc]ounty|[Vv]oivodeship|[Pp]refecture|[Ii]sland"
    r"|[Aa]ir ?[Bb]ase|[Pp]eninsula|[Bb]order|[Cc]oast|[Aa]rea)\b"
)
_PREFIX = re.compile(rf"\b(?:(?i:{_DIRECTION}))\s+$")
SAYS = re.compile(
    r"(?:\s+(?:also|has|have|had|itself|later|again|now|officially|strongly|repeatedly))*\s+"
    r"(?:said|says|say|told|warn(?:s|ed)|den(?:ies|ied)|claim(?:s|ed)|insist(?:s|ed)|accus(?:es|ed)|blam(?:es|ed)|call(?:s|ed)|vow(?:s|ed)"
    r"|argu(?:es|ed)|announc(?:es|ed)|reject(?:s|ed)|condemn(?:s|ed)|acknowledg(?:es|ed)|want(?:s|ed)|believ(?:es|ed)|threaten(?:s|ed))\b"
)


def is_placed(text: str, start: int, position: int) -> bool:
    """Whether the words from `start` that lead to `position` put something there, as a state or region can be a place."""
    before = text[max(start, position - 110) : position]
    return any(cue.search(before) for cue in _PLACING_CUES)


def is_reached(text: str, start: int, position: int) -> bool:
    """The same with prepositions that make a town a place but not a state: "to", "from", "on", "over"."""
    return bool(_BEFORE_CITY.search(text, max(start, position - 110), position))


def is_linked(text: str, end_of_place: int, position: int, end: int) -> bool:
    """Whether a name at `position`..`end` stands in one list with the place that ends at `end_of_place`."""
    if not 0 < position - end_of_place < 60:  # noqa: PLR2004 - characters; a longer gap is no list
        return False
    link = _LINK.fullmatch(text, end_of_place, position)
    return bool(link and (not link["comma"] or _LISTED.match(text, end)) and not SAYS.match(text, end))


def is_closed(text: str, end: int) -> bool:
    """Whether a name that follows a comma ends there as an apposition does: "Riga, Latvia, on Monday"."""
    return bool(_CLOSED.match(text, end))


def owns_place(text: str, end: int) -> bool:
    """Whether what follows the name at `end` is a place of its own: "'s coast", "'s eastern border"."""
    return bool(_OWNED_PLACE.match(text, end))


def suffix_end(text: str, end: int) -> int:
    """Where a noun of place after the name ends ("province", "Airport"), or `end` where none follows."""
    found = _SUFFIX.match(text, end)
    return found.end() if found else end


def prefix_start(text: str, start: int, position: int) -> int:
    """Where a direction before the name begins ("east", "northern"), or `position` where none stands."""
    found = _PREFIX.search(text, max(start, position - 20), position)
    return found.start() if found else position
