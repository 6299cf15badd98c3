"""A judgement in words: what was done, to what, and what has become of it.

In go judgements, out come phrases, for the log and for the brief. Who and when stand beside them.
"""

from __future__ import annotations

from watchfloor.model.judgement import Decision, Held, Judgement, Standing, Subject, SubjectKind

_DID = {
    Decision.MERGE: "merged",
    Decision.SPLIT: "split",
    Decision.ACCEPT: "accepted",
    Decision.REJECT: "rejected",
    Decision.CORRECT: "corrected",
    Decision.UNDO: "undid",
}


def did(judgement: Judgement) -> str:
    """What was decided: "merged", "corrected status to denied"."""
    if judgement.value is None:
        return _DID[judgement.decision]
    field, _, value = judgement.value.partition("=")
    return f"{_DID[judgement.decision]} {field.replace('_', ' ')} to {value}"


def standing(held: Held) -> str:
    """What has become of a judgement, in a few words."""
    parts = [held.standing.value + (f" by {', '.join(held.undone_by)}" if held.undone_by else "")]
    if held.standing is Standing.PARTLY and held.undone_by:
        parts = [f"applied in part, the rest undone by {', '.join(held.undone_by)}"]
    if held.missing:
        parts.append(f"{held.missing} of {len(held.judgement.parts)} things that it was about are not there any more")
    return "; ".join(parts)


def judged(judgement: Judgement) -> tuple[Subject, ...]:
    """What was judged; of a correction not the actor whom its value names."""
    return judgement.subject[:1] if judgement.decision is Decision.CORRECT else judgement.subject


def about(subject: Subject) -> str:
    """A thing judged, under the id and with the words that it had then."""
    kind = "group of figures" if subject.kind is SubjectKind.FIGURES else subject.kind.value
    return f"{kind} {subject.item}: {subject.words}" if subject.words else f"{kind} {subject.item}"
