"""Binding: the chapters of all stories as one record.

In go stories, their drafts and chapters, the record's actors and the copies among the documents; out comes the Record, without what people decided about
its finished lines (see `completion`). Only what no story can tell alone is found here: what is one across stories, where actors stand and what
is told of them that can't all be, and how many sources carry what.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from watchfloor.model.claim import Claim
from watchfloor.model.copy import Copy
from watchfloor.model.record import Record, Story
from watchfloor.record.across import Across, across
from watchfloor.record.cast import Cast
from watchfloor.record.chapter import Chapter
from watchfloor.record.contradiction import polarity, role
from watchfloor.record.contradiction.finding import Finding, Setting
from watchfloor.record.contradictions import contradictions
from watchfloor.record.counted_across import counted_across
from watchfloor.record.coverage import Lines, coverage
from watchfloor.record.draft import Draft
from watchfloor.record.judgement.completion import named
from watchfloor.record.judgement.rulings import Rulings
from watchfloor.record.made import Made
from watchfloor.record.position.stances import rows, utterance_of
from watchfloor.record.source.independence import Origins
from watchfloor.record.text.texts import Texts, published


@dataclass(frozen=True, slots=True)
class Bound:
    """What a record was put together from: what is one across chapters, what persons are called, and the coverage of each story."""

    across: Across
    called: Mapping[str, Made[role.Disputed]]
    covered: Mapping[str, Made[Lines]]


def bound(
    found_stories: tuple[Story, ...],
    drafts: Sequence[Draft],
    chapters: Sequence[Chapter],
    actors: Cast,
    copies: Sequence[Copy],
    rulings: Rulings,
    before: Bound | None = None,
) -> tuple[Record, Bound]:
    """The chapters as one record, in the order of publication and text, and what it was put together from.

    `drafts` and `chapters` are of the same stories; `before` is that of a part of them, under the same rulings.
    """
    texts = Texts.together(d.texts for d in drafts)
    ordered = sorted(texts.documents.values(), key=published)
    read = {r.document_id: r for d in drafts for r in d.readings}
    bare = named(
        Record(", ".join(sorted({r.reader for r in read.values()})), tuple(ordered), actors=actors.actors), rulings
    )
    setting = Setting(
        texts, {a.id: a for a in bare.actors}, {key: c.key for c in chapters for key in c.texts.documents}
    )
    whole = across(chapters, setting, rulings, before.across if before else None)
    claims = {key: own for c in chapters for key, own in c.claims.items()}
    in_turn = [claims[d.id] for d in ordered if d.id in claims]
    statements = tuple(s for c in in_turn for s in c.statements)
    sayings = [u for c in chapters for u in c.utterances if u.id not in whole.instead]
    events = [i for c in chapters for i in c.incidents if i.id not in whole.instead]
    counted = counted_across(chapters, setting, rulings)
    linked = replace(
        bare,
        copies=tuple(sorted(copies, key=lambda c: (c.first, c.second, c.kind))),
        renderings=tuple(sorted((r for c in chapters for r in c.renderings), key=lambda r: (r.first, r.second))),
        statements=statements,
        reports=tuple(r for c in in_turn for r in c.reports),
        positions=tuple(p for c in in_turn for p in c.positions),
        figures=tuple(f for c in in_turn for f in c.figures),
        utterances=tuple(sorted((*sayings, *whole.utterances), key=lambda u: (-len(u.statements), u.id))),
        incidents=tuple(sorted((*events, *whole.incidents), key=lambda i: (-len(i.reports), i.id))),
        figure_groups=tuple(sorted(counted.groups, key=lambda g: (-len(g.figures), g.id))),
        stories=found_stories,
        not_read=tuple((d.id, why) for d in ordered if d.id in read and (why := read[d.id].not_read) is not None),
    )
    stands = {key: told for c in chapters for key, told in c.stands.items()}
    told = [one for d in ordered if d.id in stands for one in stands[d.id]]
    one_saying = utterance_of(linked.utterances)
    linked = replace(linked, stances=rows(told, linked.actors, one_saying))
    called = role.disputed(linked.actors, texts, before.called if before else None)
    findings = [f for f in _findings(chapters, whole) if not counted.replaces(f)]
    known = {claim.id: claim for claim in linked.claims}
    findings += [*counted.findings, *_findings_of_actors(linked, known, called, one_saying, setting)]
    origins = Origins.of_record(linked)
    covered = coverage(found_stories, _facts(linked, known), origins, before.covered if before else None)
    lines = tuple(line for own in covered.values() for line in own.result)
    record = replace(linked, contradictions=contradictions(findings), coverage=lines)
    return record, Bound(whole, called, covered)


def _findings_of_actors(
    record: Record,
    known: Mapping[str, Claim],
    called: Mapping[str, Made[role.Disputed]],
    one_saying: Mapping[str, str],
    setting: Setting,
) -> list[Finding]:
    """What is told of one actor and can't all be, in whatever stories."""
    disputed = {actor: own.result for actor, own in called.items() if own.result}
    said = defaultdict(list)
    for s in record.statements:
        if s.speaker in disputed:
            said[s.speaker].append(s)
    return [*role.find(disputed, said, setting), *polarity.find(record.stances, known, one_saying, setting)]


def _findings(chapters: Iterable[Chapter], whole: Across) -> list[Finding]:
    """Every disagreement of the chapters, but for those within what is one across several; these have their own."""
    found: list[Finding] = [f for c in chapters for f in c.findings]
    found += [f for c in chapters for item, own in c.disputes.items() if item not in whole.instead for f in own]
    return [*found, *(f for own in whole.disputes.values() for f in own)]


def _facts(record: Record, known: Mapping[str, Claim]) -> dict[str, list[Claim]]:
    """The claims of each utterance, incident and figure group, of those `known` under their ids."""
    carried = {u.id: [known[key] for key in u.statements] for u in record.utterances}
    carried |= {i.id: [known[key] for key in i.reports] for i in record.incidents}
    return carried | {g.id: [known[key] for key in g.figures] for g in record.figure_groups}
