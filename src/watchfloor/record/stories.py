"""Stories: which documents are about one unfolding set of events.

In go documents, out come stories, each document in exactly one. Documents are grouped
by average linkage on how near they lie (see `nearness`); then people's rulings are applied. Two documents on one subject and different events are two stories only as
far as their words differ; who is quoted or what happened is not looked at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from watchfloor.model.document import Document
from watchfloor.model.record import Story
from watchfloor.reading.composition import left_unread
from watchfloor.reading.text.sentence import Sentence
from watchfloor.record.judgement.regrouping import regrouped
from watchfloor.record.judgement.rulings import NO_RULINGS, Rulings
from watchfloor.record.linking.identity import identify
from watchfloor.record.linking.linkage import groups
from watchfloor.record.text.nearness import Nearness
from watchfloor.record.text.texts import Texts, headline, published
from watchfloor.record.text.weighing import UNIT, Terms, terms
from watchfloor.record.text.wording import plain_words, stem, tells

FLOOR = round(0.105 * UNIT**2)
"""The mean similarity from which two groups of documents are one story. Chosen on the dev part of ECB+: BCubed F1 .973 here and at 0.1, at least .95 from there to
0.145; tf-idf over the set with average linkage has .950 at its best value, .916 and .928 beside it."""


def stories(texts: Texts, rulings: Rulings = NO_RULINGS) -> tuple[Story, ...]:
    """The stories of all documents, the largest first."""
    held = {key: terms_of(document, texts.sentences[key]) for key, document in texts.documents.items()}
    return told(grouped(Nearness.of(held)), texts.documents, texts.sentences, rulings)


def terms_of(document: Document, sentences: Iterable[Sentence]) -> Terms:
    """The terms by which a document is grouped; none where it is not read, for what shares only names with the others is linked to nothing."""
    return terms(document, sentences) if left_unread(document.language) is None else {}


def grouped(nearness: Nearness) -> list[tuple[str, ...]]:
    """The ids of the documents of each story, sorted."""
    import numpy as np  # noqa: PLC0415 - costs start-up time where no record is built

    order = np.array(sorted(range(len(nearness.ids)), key=nearness.ids.__getitem__), dtype=np.int64)
    found: dict[int, list[str]] = defaultdict(list)
    for place, group in zip(order, groups(nearness.similarities[order][:, order], FLOOR), strict=True):
        found[int(group)].append(nearness.ids[place])
    return [tuple(members) for members in found.values()]


def told(
    found: Sequence[tuple[str, ...]],
    documents: Mapping[str, Document],
    cut: Mapping[str, Sequence[Sentence]],
    rulings: Rulings,
    before: Iterable[Story] = (),
) -> tuple[Story, ...]:
    """The stories of groups of documents, once people have ruled, the largest first. Titles of stories `before` of the same documents are taken over."""
    members = regrouped(found, rulings)
    ids = identify("S", (group[0] for group in members))
    known = {frozenset(story.documents): story for story in before}
    named = []
    for group in members:
        old = known.get(frozenset(group))
        ordered = old.documents if old else tuple(sorted(group, key=lambda key: published(documents[key])))
        title = old.title if old else _title([documents[key] for key in ordered], cut)
        named.append(Story(ids[group[0]], title, ordered))
    return tuple(sorted(named, key=lambda s: (-len(s.documents), s.id)))


def _title(ordered: Sequence[Document], cut: Mapping[str, Sequence[Sentence]]) -> str:
    """The headline whose words most documents of the story use, the earliest of several: the plainest one, not the loudest."""
    titled = [d for d in ordered if d.headline]
    if not titled:
        return headline(ordered[0], words=20)
    counts = Counter(term for d in ordered for term in terms_of(d, cut[d.id]))
    return headline(max(titled, key=lambda d: _commonness(d.headline or "", counts)), words=20)


def _commonness(line: str, counts: Mapping[str, int]) -> float:
    """How many documents use a word of the line, on average."""
    stems = {stem(word) for word in plain_words(line) if tells(word)}
    return sum(counts[s] for s in stems) / len(stems) if stems else 0.0
