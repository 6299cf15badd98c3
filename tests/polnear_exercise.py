"""An invented article in PolNeAR's layout, for the tests of what is measured on that corpus."""

from __future__ import annotations

from pathlib import Path

ARTICLE = """\
The exercise control of Norhaven said the cable had been cut. “It was an anchor,” said Ada Exer, the harbour master.
Exerlink hopes that it will be mended soon.
"""
STATEMENTS = (
    ("The exercise control of Norhaven", "said", "the cable had been cut"),
    ("Ada Exer, the harbour master", "said", "“It was an anchor"),
    ("Exerlink", "hopes", "it will be mended soon"),
)


def offsets(words: str) -> tuple[int, int]:
    """Where `words` first stand in the article."""
    start = ARTICLE.index(words)
    return start, start + len(words)


def polnear(folder: Path, *names: str) -> Path:
    """`folder` with one copy of the article under each name, annotated twice: first rightly, then with nothing."""
    lines = []
    for number, roles in enumerate(STATEMENTS, start=1):
        for role, words in zip(("Source", "Cue", "Content"), roles, strict=True):
            start, end = offsets(words)
            lines.append(f"T{role}{number}\t{role} {start} {end}\t{words}\n")
        joined = " ".join(f"{role}:T{role}{number}" for role in ("Content", "Cue", "Source"))
        lines.append(f"E{number}\tAttribution:T{number} {joined}\n")
    for kind in ("text", "attributions"):
        (folder / kind).mkdir(parents=True)
    for name in names:
        (folder / "text" / f"{name}.txt").write_text(ARTICLE, encoding="utf-8")
        (folder / "attributions" / f"{name}_ann1.ann").write_text("".join(lines), encoding="utf-8")
        (folder / "attributions" / f"{name}_ann2.ann").write_text("", encoding="utf-8")
    return folder
