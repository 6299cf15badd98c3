"""Doer: the state whose ships, forces or people are the subject of the verb that names an event.

In go a clause and the offsets of a verb in it, out comes a state's code or nothing. It keeps "Norland's ships sold oil" and "Sudland's ships
sold oil" two events; who is blamed, by whom and how firmly is decided in `blame`.
"""

from __future__ import annotations

import re

from watchfloor.reading.actor.register import state_named, state_of_adjective

_VERB = re.compile(
    r"(?!during|including|according)\w+(?:ed|ing)\b|(?:stole|sold|sent|cut|hit|struck|flew|broke)\b", re.IGNORECASE
)
_DID = re.compile(r"\b(?:conducted|made|carried out|staged|launched|mounted)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""Verbs whose object is the event: "Norland's ships conducted transfers"."""
_NAME = re.compile(r"\b[A-Z][\w.]*(?:\s(?:of\s)?[A-Z][\w.]*){0,3}")
_HELPING = re.compile(
    r"(?:['’]s?)?\s+(?:(?:vessels?|ships?|tankers?|boats?|forces|troops|jets|aircraft|planes|drones?|hackers|agents|officers|operatives"
    r"|government|military|army|navy|fleet|companies|is|are|was|were|has|have|had|been|be|being|allegedly|reportedly|illegally|secretly"
    r"|repeatedly|\w+ly)\s+)*(?:(?:conducted|made|carried out|staged|launched|mounted)\s+(?:(?:the|a|an|several|more|new)\s+)?)?",
    re.IGNORECASE,
)


def doer(text: str, within: tuple[int, int], start: int, end: int) -> str | None:
    """The code of the state right in front of the verb at `start`, with nothing but its ships or forces and helping verbs between."""
    if not _VERB.match(text, start, end) and not _DID.search(text[within[0] : start]):
        return None
    found = None
    for name in _NAME.finditer(text, within[0], start):
        for form in _forms(name.group()):
            state = state_named(form) or state_of_adjective(form)
            if state and _HELPING.fullmatch(text, name.start() + name.group().index(form) + len(form), start):
                found = state.code
    return found


def _forms(name: str) -> list[str]:
    """The name, and what is left of it from each of its words on: "Thursday Norland" holds Norland."""
    words = name.split()
    return [" ".join(words[n:]) for n in range(len(words))]
