"""The stance table as plain JSON objects, for the record in the press schema.

In go rows of the table and the documents by id, out comes one object a row. The schema itself knows no such table: its readers pass over the key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from watchfloor.model.document import Document
from watchfloor.model.issue import label
from watchfloor.model.stance import Stance, StanceEntry

_Json = dict[str, object]


def stances_json(rows: Iterable[Stance], known: Mapping[str, Document]) -> list[_Json]:
    """Actor, issue, entries and changes of each row; `before` and `after` of a change are claims of the entries."""
    return [
        {
            "actor": row.actor,
            "name": row.name,
            "toward": row.toward,
            "issue": label(row.toward),
            "entries": [_entry(e, known[e.document_id]) for e in row.entries],
            "changes": [{"before": c.before.claim, "after": c.after.claim} for c in row.changes],
        }
        for row in rows
    ]


def _entry(entry: StanceEntry, document: Document) -> _Json:
    first = entry.when.first_day if entry.when else None
    last = entry.when.last_day if entry.when else None
    return {
        "claim": entry.claim,
        "doc": document.short_id,
        "outlet": document.outlet,
        "polarity": entry.polarity.value,
        "spans": [[s.start, s.end] for s in entry.spans],
        "voicing": entry.voicing.value,
        "by": entry.by,
        "group": entry.group,
        "when": {
            "earliest": first.isoformat() if first else None,
            "latest": last.isoformat() if last else None,
            "text": [entry.dated.start, entry.dated.end] if entry.dated else None,
        },
    }
