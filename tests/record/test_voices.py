"""Voices: what depends on who speaks is made anew when the speaker changes, and only then. Everybody is an exercise."""

from __future__ import annotations

from dataclasses import replace

from watchfloor.model.actor import Actor, ActorType, Role
from watchfloor.model.span import Span
from watchfloor.record.voices import Heard, Voices

VENN = Actor(
    "A-1", "Orla Venn", ActorType.PERSON, roles=(Role("admiral", Span("d1", 0, 7)),), mentions=(Span("d1", 8, 12),)
)
PARTS: dict[tuple[str, ...], tuple[str, ...]] = {("U-1",): ("saying",)}


def heard(
    actor: Actor | None, before: Voices | None = None, old: dict[tuple[str, ...], Heard[str]] | None = None
) -> tuple[Voices, dict[tuple[str, ...], Heard[str]]]:
    """The name of the actor A-1, as something that was made of a saying."""
    voices = Voices({actor.id: actor} if actor else {}, before.known if before else {})

    def name(_: tuple[str, ...]) -> str:
        found = voices.get("A-1")
        return f"{found.name}, {[r.text for r in found.roles]}" if found else "nobody"

    return voices, voices.heard(PARTS, name, old or {})


def test_another_mention_changes_no_voice() -> None:
    """A person mentioned once more, in a role already known, speaks with the same voice, and what was made of it is kept."""
    voices, first = heard(VENN)
    more = replace(
        VENN, mentions=(*VENN.mentions, Span("d2", 0, 4)), roles=(*VENN.roles, Role("admiral", Span("d2", 9, 16)))
    )
    _, then = heard(more, voices, first)
    assert then["U-1",] is first["U-1",]


def test_another_role_or_name_changes_it() -> None:
    """What was made of a person is made anew when it has another role or name, and what was made of nobody when there is somebody."""
    voices, first = heard(VENN)
    roles = (*VENN.roles, Role("captain", Span("d2", 9, 16)))
    _, then = heard(replace(VENN, roles=roles), voices, first)
    assert then["U-1",].result == "Orla Venn, ['admiral', 'captain']"
    _, named = heard(replace(VENN, name="O. Venn"), voices, first)
    assert named["U-1",].result == "O. Venn, ['admiral']"
    nobody, none = heard(None)
    assert none["U-1",].result == "nobody"
    assert heard(VENN, nobody, none)[1]["U-1",].result == "Orla Venn, ['admiral']"
