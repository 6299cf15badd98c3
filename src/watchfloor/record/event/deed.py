"""Deed: what is done in an event, so that stopping a ship and boarding it are two events.

In go the stems that name an event, out come the deeds among them and what they are done to. Verbs that the press uses for one another
("seized", "detained", "took control of") are one deed. Whether two events are one is for `sighting`.
"""

from __future__ import annotations

from watchfloor.model.incident_type import IncidentType
from watchfloor.record.text.wording import stem, words_of

SEVERAL_DEEDS = frozenset(
    {
        IncidentType.MARITIME_INCIDENT,
        IncidentType.TRANSPORT_SABOTAGE,
        IncidentType.ESPIONAGE,
        IncidentType.OTHER_HYBRID,
        IncidentType.OTHER,
    }
)
"""Types that gather different deeds; of the others (a cable damaged, a drone sighted) the type itself is the deed."""

_DEEDS = {
    "stop": "stop stopped halt intercept intercepted waylaid",
    "board": "board boarded boarding boards storm stormed",
    "hold": "seize seized seizes seizure detain detained detains detention impound impounded arrest arrested arrests control capture captured held hold confiscate confiscated",
    "harm": "cut cuts cutting sever severed severing damage damaged damaging break broke broken rupture ruptured outage snap snapped tear tore torn",
    "escort": "escort escorted escorting tow towed towing",
    "strike": "ram rammed ramming collide collided collision strike struck",
    "search": "search searched inspect inspected inspection raid raided",
    "fire": "fire fired firing shoot shot",
}
_CALLED = {stem(word): deed for deed, words in _DEEDS.items() for word in words_of(words)}


def deeds(stems: frozenset[str]) -> frozenset[str]:
    """The deeds that the stems name."""
    return frozenset(_CALLED[s] for s in stems if s in _CALLED)


def objects(stems: frozenset[str]) -> frozenset[str]:
    """The stems that name no deed: what it is done to."""
    return frozenset(s for s in stems if s not in _CALLED)
