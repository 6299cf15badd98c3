"""Agents: whom the words for an event name themselves as its doer: "Russian drones", "Russia's attacks", "attacks by Russia".

In go an event and where actors stand in its sentences, out come those whom its adjective, possessive, subject or agent
names, each with a hedge. Words that accuse are read in `accusation`; who answers an event or suffers it is no agent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from watchfloor.model.claim import Hedge
from watchfloor.model.incident_type import IncidentType
from watchfloor.reading.event.accusation import NamedActor
from watchfloor.reading.event.circumstance import is_listed
from watchfloor.reading.event.doubt import doubts, governing
from watchfloor.reading.event.event import Event
from watchfloor.reading.event.innocence import is_looked_into
from watchfloor.reading.event.trigger import Trigger
from watchfloor.reading.text.sentence import Sentence

_NAMED_BY_VICTIM = frozenset(
    {
        IncidentType.AIRSPACE_VIOLATION,
        IncidentType.SUBSEA_CABLE_DAMAGE,
        IncidentType.ENERGY_INFRASTRUCTURE_DAMAGE,
        IncidentType.TRANSPORT_SABOTAGE,
        IncidentType.ELECTION_INTERFERENCE,
    }
)
"""Types whose words may carry the adjective of whoever suffers ("Estonian airspace violated"); there an adjective blames only whom
the document blames in plainer words as well."""
_SMALL = (
    r"(?:in|on|of|and|or|the|to|for|with|by|is|are|that|from|an?|about|as|at|but|said|says|over|against|into|after)"
)
_MODIFIES = re.compile(rf"(?:['’]s|['’]|[-‐‑]\w+)?(?:\s+[\"“‘]?(?!{_SMALL}\b)[\w’'-]+){{0,2}}\s*[\"“‘]?", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
_LINKED = re.compile(
    r"[-‐‑ ](?:linked|backed|directed|sponsored|aligned|affiliated|led|run|controlled|speaking)\b(?!\s+(?:to|with|by)\b)"
    r"|['’]s?\s+(?:so.called\s+)?[\"“‘]?(?:shadow|dark|ghost|phantom)\s+fleet",
    re.IGNORECASE,
)
"""A tie to the actor that is not said to be the deed: whose fleet a tanker sails in tells nothing of who gave orders."""
_UNSURE = re.compile(
    r"\b(?:suspected|alleged|likely|possible|presumed|apparent|potential)\s+(?:[\w-]+\s+)?$", re.IGNORECASE
)
_ACTS = re.compile(
    r"\w+(?:ed|ing)\b|(?:flew|broke|cut|blew|stole|hit|sent|sold)\b",
    re.IGNORECASE,
)
"""Words with which an event begins when its subject did it."""
_RESPONDS = re.compile(
    r"\b(?:report|detect|spott|observ|sight|shot|shoot|down|intercept|board|seiz|detain|arrest|inspect|escort|shadow|investigat|track|suspend|clos|foil"
    r"|thwart|prevent|impound|stopp|stopped|halt|scrambl|took control)\w*",
    re.IGNORECASE,
)
"""Words for what is done about an event; who detects, boards or arrests answers it and is not blamed for it."""
_BODY = re.compile(
    r"\b(?:police|authorit\w+|coast ?guards?|border guards?|customs|officials?|prosecutors?|investigators?|courts?|firefighters?|regulators?"
    r"|parliament|depots?|warehouses?|airports?|banks?|hospitals?|schools?|factor(?:y|ies)|compan(?:y|ies)|firms?|embass(?:y|ies)|cit(?:y|ies)"
    r"|towns?|villages?|railways?|trains?|grids?|ports?|harbou?rs?|elections?|voters?|airspace|waters|territory|cables?|pipelines?|infrastructure"
    r"|websites?|capital|coast|shopping|citizens?|civilians?|president|minister|prime|politicians?|pm|mps?|leaders?|chief|king|queen|lawmakers?|residents?|victims?|customers?|users?|allies)\b",
    re.IGNORECASE,
)
"""Who answers an event or suffers it: an adjective on these says whose they are, not who did it ("Finnish police", "a Polish depot")."""
_SHUT = re.compile(r"(?:airports?|airfields?|airspace|runways?|ports?)\s", re.IGNORECASE)
"""What begins the words for an event where it was shut because of it: whose it is has not done it ("Norland's Kelp Airport closed")."""
_TOOL = re.compile(
    r"\s+(?:tools?|codes?|techniques|software|documents|projects?|magazine|revelations|capacit(?:y|ies)|capabilit(?:y|ies)|skills|scandal|scene|protection"
    r"|prevention|mitigation|victims?|experts?|specialists?|researchers?|insurance|recovery|drills?|exercises?|laws?|policy|conference)\b",
    re.IGNORECASE,
)
"""What the words for an event only describe: "Norland's hacking tools" have done nothing yet."""
_NOUN = re.compile(
    r"\w+ing(?:\s+(?:attacks?|campaigns?|e-?mails?|scams?|operations?|efforts?|incidents?|messages?|activit(?:y|ies)|spree)\b|[\"”’]?\s*(?:[,.;:!?)]|$|\n|\b(?:in|on|at|by|and|or|is|was|were|that|which|of)\b))",
    re.IGNORECASE,
)
"""A noun for an event in the shape of a verb: whose name stands before it may have suffered it ("the market bombing in Norland")."""
_AGENT = re.compile(
    r"[\"”’]?\s+(?:(?!report|follow|recogni|claim|alleg|detect|spot|observ|seen|condemn|denounc|describ|investigat|record|document|confirm)[\w-]+\s+)?by\s+(?:the\s+|an?\s+|suspected\s+|alleged\s+)*",
    re.IGNORECASE,
)
_ORIGIN = re.compile(
    r"[-‐‑ ](?:made|built|manufactured|produced|designed|developed|owned|flagged|registered|born|based|language|speaking|bound|occupied|held|style)\b",
    re.IGNORECASE,
)
"""Whose make, flag or tongue it is tells nothing of who did it: "a Norland-made nerve agent"."""
_FEELS = re.compile(
    r"\b(?:condemn|denounc|bemoan|decr(?:y|ied|ies)|warn|fear|fac(?:e|es|ed|ing)\b|confirm|investigat|prob(?:e|es|ed|ing)\b|suspect|alleg|accus|blam|den(?:y|ies|ied)|oppos|recogni|fight|fought"
    r"|combat|counter|prevent|tackl|suffer|experienc|surviv|endur|repel|remember|report|describ|discuss|mourn|said|says|tells|told|seek|sought|want|ask|call|vow|under)\w*\b(?<!ly)",
    re.IGNORECASE,
)
"""Between an actor and the words for an event: what is done about it or said of it, by whoever did not do it."""
_HARMED = (
    r"(?:hack|attack|bomb|breach|jamm|sabotag|target|damag|sever|cut|ruptur|destroy|disrupt|compromis|violat|invad|annex|infiltrat|poison|stolen|leak"
    r"|spoof|torch|vandali[sz]|disabl|shell|hit|struck)(?:ed|d)?"
)
_IS_HARMED = re.compile(
    rf"{_HARMED}[\"”’]?\s*(?:[,.;:!?|<–—-]|$|\n|\b(?:by|in|at|on|after|during|amid|with|over|for|and|as|again|overnight)\b)",
    re.IGNORECASE,
)
"""A headline's passive, with nothing behind it that it was done to: "Norland bank hacked, customers warned"."""
_OF_SUFFERER = re.compile(rf"['’]s?\s+(?:(?:\w+\s+)?{_HARMED}\b|worst\b)", re.IGNORECASE)
"""What is cut or stolen belongs to whoever suffers: "Norland's severed cable", "Norland's worst attack"."""
_ARMED = re.compile(
    r"(?:^|\s)(?:\w*(?:hackers?|attackers?|criminals?|militants?|insurgents?|rebels?|fighters?|gunm[ae]n|bombers?|pirates?)|troops|forces|army|soldiers?|drones?|jets?|missiles?"
    r"|spies|agents?|operatives?|group|gang|militias?|ships?|tankers?|vessels?)\s*$",
    re.IGNORECASE,
)
"""Who attacks by trade: "Norland hackers attacked at night" is no passive."""
_OF_VICTIM = re.compile(
    r"(?:\w+\s+)?(?:genocide|massacre|assassinat\w+|murders?|killings?|kidnapping|abduction)\b(?!\s+of\b)",
    re.IGNORECASE,
)
"""Events that carry the name of whom they befell: "the Norland genocide"."""
_AIRCRAFT = re.compile(r"(?:airspace|territorial|violat|enter|breach|intru|incursion)\w*", re.IGNORECASE)


def agents(
    text: str,
    sentences: Sequence[Sentence],
    event: Event,
    lists: Mapping[Trigger, Sequence[Trigger]],
    here: Sequence[Sequence[NamedActor]],
    accused: set[str],
) -> Iterator[tuple[NamedActor, Hedge]]:
    """Who the words for `event` say did it, by sentence, with the hedge; `accused` are those whom plainer words blame."""
    for mention in event.mentions:
        together = lists[mention.trigger]
        number = mention.trigger.sentence
        for who in here[number] if mention.is_real else ():
            if not (_does(text, who, together[0], accused) or _is_agent(text, who, together[-1])):
                continue
            first, last = min(who.start, together[0].start), max(who.end, together[-1].end)
            doubt = governing(text, doubts(text, sentences[number]), first, last)
            if not (doubt and doubt.nobody_accuses):
                yield who, _hedge(text, who, unsure=doubt is not None)


def _hedge(text: str, who: NamedActor, *, unsure: bool) -> Hedge:
    if _LINKED.match(text, who.end):
        return Hedge.LINKED
    unsure = unsure or _UNSURE.search(text[max(0, who.start - 30) : who.start]) is not None
    return Hedge.SUSPECTED if unsure else Hedge.ASSERTED


def listed(text: str, told: Sequence[Event]) -> dict[Trigger, list[Trigger]]:
    """Each trigger with those that stand in one list with it ("sabotage, arson and hacking"), in order."""
    order = sorted((m.trigger for event in told for m in event.mentions), key=lambda t: t.start)
    found: dict[Trigger, list[Trigger]] = {}
    current: list[Trigger] = []
    for trigger in order:
        if not current or not is_listed(text, current[-1], trigger):
            current = []
        current.append(trigger)
        found[trigger] = current
    return found


def _does(text: str, who: NamedActor, trigger: Trigger, accused: set[str]) -> bool:
    """Whether `who` is said to do what `trigger` names, by standing right before it or at its beginning."""
    inside = who.start == trigger.start
    if not inside and not _stands_before(text, who, trigger):
        return False
    if who.end > trigger.end or _ORIGIN.match(text, who.end) or _OF_VICTIM.match(text, trigger.start):
        return False
    if is_looked_into(text, (trigger.start, trigger.end)) or _TOOL.match(text, trigger.end):
        return False
    if trigger.type in _NAMED_BY_VICTIM and who.actor not in accused:
        # "Russian jets entered": the adjective is on the aircraft, not on the airspace.
        return trigger.type is IncidentType.AIRSPACE_VIOLATION and not _AIRCRAFT.match(text, trigger.start)
    if who.is_adjective or _POSSESSIVE.match(text, who.end) or _LINKED.match(text, who.end):
        return True
    return not inside and _ACTS.match(text, trigger.start) is not None and not _NOUN.match(text, trigger.start)


def _stands_before(text: str, who: NamedActor, trigger: Trigger) -> bool:
    """Whether nothing but what an owner or a subject may have for company stands between `who` and the words for the event."""
    start, end = who.end, trigger.start
    if (
        start > end
        or _RESPONDS.match(text, end)
        or _BODY.search(text, start, end)
        or _SHUT.match(text, end)
        or _FEELS.search(text, start, end)
    ):
        return False
    if _OF_SUFFERER.match(text, start) or (_IS_HARMED.match(text, end) and not _ARMED.search(text[who.start : end])):
        return False
    return _MODIFIES.fullmatch(text, start, end) is not None


def _is_agent(text: str, who: NamedActor, trigger: Trigger) -> bool:
    """Whether "by" and `who` follow right behind the words for the event."""
    if _RESPONDS.search(text, trigger.start, trigger.end):
        return False
    return who.start >= trigger.end and _AGENT.fullmatch(text, trigger.end, who.start) is not None
