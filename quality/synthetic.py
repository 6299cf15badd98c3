"""Synthetic: any number of articles made from the corpora beside the repository, no two of them copies, and their readings.

In goes a number, out come documents in a store with what the rule-based reader reads in them. An article is some sentences of one article
of PolNeAR train, CASIE or GUM train (its story: two to seven articles draw from the same one, few sentences in common) and some of two others (what
any article says beside). In each story half of the capitalised words are replaced by invented ones, the same throughout the story, so that stories
made from one article differ while some names recur everywhere. The same number gives the same articles. None of it leaves the store.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from measured import tell
from shared import CORPORA
from watchfloor.evidence.copies import signature
from watchfloor.model.document import Document
from watchfloor.model.when import When
from watchfloor.reading.choice import reader_named
from watchfloor.reading.several import in_order
from watchfloor.reading.text.sentence import sentences
from watchfloor.store.store import Store

OUTLETS = 200
FETCHED = datetime(2031, 6, 1, tzinfo=UTC)
START = date(2030, 6, 1)
_OWN, _BESIDE = 8, 4
"""Sentences of the story's article, and of each of two others: some 400 words."""
_LEAST = 3 * _OWN
"""Sentences of an article from which a story is made: two of its articles then share three sentences of sixteen, and are no copies."""
_SYLLABLES = (
    "bar",
    "cor",
    "dul",
    "fen",
    "gos",
    "hal",
    "jor",
    "kem",
    "lis",
    "mur",
    "nev",
    "ost",
    "pral",
    "rud",
    "sem",
    "tov",
    "ul",
    "vik",
    "zan",
)
_WORD = re.compile(r"\b[A-Z][a-z]{2,}\b")


def fill(store: Store, count: int) -> None:
    """Put `count` synthetic articles and their readings into `store`, those that it lacks."""
    held = {document.id for document in store.documents()}
    wanted = set()
    for made in documents(count):
        wanted.add(made.id)
        if made.id not in held:
            store.add(made, made.text.encode(), signature(made.text))
    reader = reader_named()
    unread = [document for document in store.unread(reader.name) if document.id in wanted]
    for number, reading in enumerate(in_order(reader.read, unread)):
        store.add_reading(reading)
        if number % 500 == 0:
            tell(f"reading synthetic articles: {number} of {len(unread)}")


def documents(count: int) -> Iterator[Document]:
    """The first `count` synthetic articles."""
    stock = [cut for text in _texts(CORPORA) if len(cut := _sentences(text)) >= _LEAST]
    made = story = 0
    while made < count:
        chance = random.Random(story)  # noqa: S311 - made-up articles, no secret
        own = chance.choice(stock)
        for number in range(chance.randint(2, 7)):
            if made == count:
                return
            yield _article(story, number, _swapped(_drawn(own, _OWN, chance), story), stock, chance)
            made += 1
        story += 1


def _article(
    story: int, number: int, own: list[str], stock: Sequence[Sequence[str]], chance: random.Random
) -> Document:
    beside = [s for _ in range(2) for s in _drawn(chance.choice(stock), _BESIDE, chance)]
    text = "\n\n".join([f"EXERCISE {story}.{number}", *own, *beside]) + "\n"
    return Document(
        id=sha256(text.encode()).hexdigest(),
        text=text,
        origin=f"exercise-{story}-{number}.txt",
        media_type="text/plain",
        fetched_at=FETCHED,
        outlet=f"Outlet {chance.randrange(OUTLETS)}",
        published=When.day(START + timedelta(days=story % 360 + number // 3)),
        language="en",
    )


def _drawn(whole: Sequence[str], count: int, chance: random.Random) -> list[str]:
    """So many sentences in the order in which they stand."""
    return [whole[i] for i in sorted(chance.sample(range(len(whole)), min(count, len(whole))))]


def _swapped(own: Sequence[str], story: int) -> list[str]:
    """The sentences with half of their capitalised words replaced, the same word by the same one throughout the story."""

    def instead(found: re.Match[str]) -> str:
        seed = crc32(f"{story} {found.group()}".encode())
        if seed % 2 or found.start() == 0:
            return found.group()
        chance = random.Random(seed)  # noqa: S311
        return "".join(chance.choices(_SYLLABLES, k=3)).capitalize()

    return [_WORD.sub(instead, sentence) for sentence in own]


def _texts(corpora: Path) -> Iterator[str]:
    for path in sorted((corpora / "polnear" / "train" / "text").glob("*.txt")):
        yield path.read_text("utf-8")
    for path in sorted((corpora / "casie" / "annotation").glob("*.json")):
        yield json.loads(path.read_text("utf-8"))["content"]
    for path in sorted((corpora / "gum" / "train").glob("*.tsv")):
        lines = path.read_text("utf-8").splitlines()
        yield "\n".join(line.removeprefix("#Text=") for line in lines if line.startswith("#Text="))


def _sentences(text: str) -> list[str]:
    document = Document("0" * 64, text, "corpus", "text/plain", FETCHED)
    return [" ".join(text[s.start : s.end].split()) for s in sentences(document)]
