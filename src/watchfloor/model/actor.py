"""Actor: who speaks, acts, is blamed or takes a position."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from watchfloor.model.span import Span


class ActorType(StrEnum):
    """What kind of thing can speak or act. An unnamed source is anonymous, and never a named person."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    ALLIANCE = "alliance"
    GROUP = "group"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Role:
    """An office or description that a document gives an actor ("NATO's second-highest military official")."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Actor:
    """One person, body or state under its canonical name, with every surface form and every role as reported.

    In a Reading an actor is what one document calls by several names; in a Record it joins the actors of many
    documents, and `members` names those (their ids in the readings). Roles that contradict each other stand side
    by side. `mentions` are the spans that refer to the actor, pronouns included.
    """

    id: str
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    mentions: tuple[Span, ...] = ()
    members: tuple[str, ...] = ()
