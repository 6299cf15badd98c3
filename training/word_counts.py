"""Count in how many sentences and texts of the corpora each stem stands: python -m training.word_counts [--corpora DIR].

In: PolNeAR train, MUC-4 train in its own letters, CASIE, GUM train. Out: the table `watchfloor/record/text/background.tsv`, by which the record
weighs words that it has seen too seldom to judge by itself. No dev set, no press story and no other text that figures are measured on
is counted. A stem of one sentence alone is left out: it is as rare as one never seen. No text can be made out of the table again.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from watchfloor.model.document import Document
from watchfloor.reading.text.sentence import sentences
from watchfloor.record.text import background
from watchfloor.record.text.wording import plain_words, stem, tells

_WRAPPED = re.compile(r"(?<!\n)\n(?!\s*\n)")
"""A line end inside a paragraph, as in MUC-4's messages."""


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    given = parser.parse_args()
    print(f"{write(texts(given.corpora), background.TABLE)} stems written to {background.TABLE.name}")


def write(found: Iterator[str], table: Path) -> int:
    """Write the table of `found` texts; how many stems it has. The first line counts all sentences and texts under an empty stem."""
    in_sentences: Counter[str] = Counter()
    in_texts: Counter[str] = Counter()
    for text in found:
        stems = [{stem(w) for w in plain_words(sentence) if tells(w)} for sentence in _sentences(text)]
        in_texts.update(set().union(*stems) | {""})
        in_sentences.update(s for own in stems for s in (*own, ""))
    kept = sorted(s for s, n in in_sentences.items() if n > 1)
    lines = [f"{s}\t{in_sentences[s]}\t{in_texts[s]}\n" for s in kept]
    table.write_text("".join(lines), encoding="utf-8")
    return len(lines) - 1


def texts(corpora: Path) -> Iterator[str]:
    """Every text that is counted, in the order of the files."""
    for path in sorted((corpora / "polnear" / "train" / "text").glob("*.txt")):
        yield path.read_text("utf-8")
    for line in (corpora / "muc4" / "doc_train").read_text("utf-8").splitlines():
        if line:
            yield _WRAPPED.sub(" ", json.loads(line)["text"])
    for path in sorted((corpora / "casie" / "annotation").glob("*.json")):
        yield json.loads(path.read_text("utf-8"))["content"]
    for path in sorted((corpora / "gum" / "train").glob("*.tsv")):
        lines = path.read_text("utf-8").splitlines()
        yield "\n".join(line.removeprefix("#Text=") for line in lines if line.startswith("#Text="))


def _sentences(text: str) -> list[str]:
    document = Document("0" * 64, text, "corpus", "text/plain", datetime(2000, 1, 1, tzinfo=UTC))
    return [text[s.start : s.end] for s in sentences(document)]


if __name__ == "__main__":
    main()
