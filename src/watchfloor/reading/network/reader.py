"""A text to its attributions and names with the exported network.

In: text. Out: `Found` things with character offsets. One window is one run of the network on one thread, so that
results depend neither on what else is read nor on how many threads read; throughput comes from reading windows in
parallel. Does not resolve speakers.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from watchfloor.reading.network import attributions, names, sentence_vector
from watchfloor.reading.network.confidence import Calibration
from watchfloor.reading.network.name_edges import FoundName, spelled
from watchfloor.reading.network.name_kinds import known
from watchfloor.reading.network.pieces import Pieces, load_tokenizer, split
from watchfloor.reading.network.quotations import FoundStatement, completed, quoting
from watchfloor.reading.network.sentence_vector import Meanings, Stretch
from watchfloor.reading.network.windows import Window, windows

if TYPE_CHECKING:
    from collections.abc import Sequence

OPEN, CLOSE = 101, 102
OUTPUTS = ("middle", "names", "row", "column", "cue", "first", "pointers", "tags", "valid")
"""What the graph gives for a window; see `training.graph`."""
FLOOR, FLOOR_QUOTED = 0.38, 0.25
"""Strength from which an attribution is kept, and from which one with quotation marks; chosen on the first half of the
held-out articles, where they give content_soft .835, direct_recall .987 and indirect_recall .789."""

TOGETHER = 64
"""Contents whose vectors are asked for in one call, so that memory stays bounded."""

SPARE = 0.04
"""Strength from which an attribution may still explain a quotation that no other does."""

Span = tuple[int, int]
Answer = dict[str, np.ndarray]


class Runs(Protocol):
    """What reads one window: (1, length) ids and surface to the named outputs."""

    def run(self, *, ids: np.ndarray, surface: np.ndarray) -> Answer:
        """The named outputs."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """All that was found in one text, each in text order."""

    statements: tuple[FoundStatement, ...]
    names: tuple[FoundName, ...]
    meanings: Meanings = field(default_factory=Meanings, compare=False)


class Session:
    """An exported graph, ready to run; one thread a run. `outputs` are those that are asked for."""

    def __init__(self, model: Path, outputs: Sequence[str]) -> None:
        # Nothing leaves the house: builds that report their use to their maker are told not to, before they load.
        os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
        import onnxruntime  # noqa: PLC0415

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._outputs = list(outputs)

    def run(self, **given: np.ndarray) -> Answer:
        """The outputs for the named inputs."""
        return dict(zip(self._outputs, self._session.run(self._outputs, given), strict=True))


class Reader:
    """Tokenizer, network and calibration together; safe to use from several threads."""

    def __init__(self, folder: Path, runs: Runs | None = None, floor: float = FLOOR) -> None:
        """Load `tokenizer.json`, `calibration.json` and, unless `runs` is given, `reader.onnx` from `folder`; `sentence.onnx` when first asked."""
        self._tokenizer = load_tokenizer(folder / "tokenizer.json")
        self._runs: Runs = runs or Session(folder / "reader.onnx", OUTPUTS)
        self._folder = folder
        self._calibration = Calibration.load(folder / "calibration.json")
        self._floor = floor
        self.version = (
            (folder / "version.txt").read_text("utf-8").strip() if (folder / "version.txt").exists() else "unversioned"
        )

    def read(self, text: str, threads: int = 1) -> Found:
        """Everything in `text`; an empty `Found` for a text without words."""
        return self.read_all([text], threads)[0]

    def read_all(self, texts: Sequence[str], threads: int = 1) -> list[Found]:
        """The same as `read` for each text, whatever `threads` is."""
        split_texts = [split(text, self._tokenizer) for text in texts]
        cut = [windows(pieces.lines) for pieces in split_texts]
        jobs = [(pieces, window) for pieces, own in zip(split_texts, cut, strict=True) for window in own]
        if threads > 1:
            with ThreadPoolExecutor(threads) as pool:
                parts = iter(list(pool.map(lambda job: self._window(*job), jobs)))
        else:
            parts = map(self._window, *zip(*jobs, strict=True)) if jobs else iter(())
        return [self._joined(text, list(islice(parts, len(own)))) for text, own in zip(texts, cut, strict=True)]

    @cached_property
    def _sentence(self) -> Session:
        return Session(self._folder / "sentence.onnx", ("vectors",))

    def sentence_vectors(self, found: Found, contents: Sequence[Sequence[Span]]) -> list[bytes | None]:
        """The sentence vector of each of `contents`, pieces of the text in which `found` was found; None for one without a word."""
        return [
            vector
            for first in range(0, len(contents), TOGETHER)
            for vector in self._vectors([found.meanings.of(content) for content in contents[first : first + TOGETHER]])
        ]

    def _vectors(self, states: Sequence[np.ndarray]) -> list[bytes | None]:
        worded = [own for own in states if len(own)]
        if not worded:
            return [None] * len(states)
        ends = np.cumsum([len(own) for own in worded])
        bounds = np.stack([np.concatenate([[0], ends[:-1]]), ends], axis=1)
        vectors = iter(self._sentence.run(pieces=np.concatenate(worded), bounds=bounds)["vectors"])
        return [sentence_vector.packed(next(vectors)) if len(own) else None for own in states]

    def _joined(self, text: str, parts: list[Found]) -> Found:
        """What the windows of one text hold together."""
        return Found(
            self._statements(text, [s for part in parts for s in part.statements]),
            tuple(known(text, spelled(text, (n for part in parts for n in part.names)))),
            Meanings(tuple(s for part in parts for s in part.meanings.stretches)),
        )

    def _statements(self, text: str, found: list[FoundStatement]) -> tuple[FoundStatement, ...]:
        """Those strong enough, and what the text's quotations add, with their confidence."""
        quoted = min(self._floor, FLOOR_QUOTED)
        kept = [s for s in found if s.strength >= (quoted if quoting(text, s) else self._floor)]
        chosen = set(kept)
        spare = [s for s in found if s not in chosen]
        return tuple(
            replace(s, confidence=self._calibration.confidence(s.evidence)) for s in completed(text, kept, spare)
        )

    def _window(self, pieces: Pieces, window: Window) -> Found:
        inside = slice(window.start, window.end)
        ids = np.concatenate([[OPEN], pieces.ids[inside], [CLOSE]])[None, :]
        surface = np.concatenate([[0], pieces.surface[inside] + 1, [0]])[None, :]
        answer = self._runs.run(ids=ids, surface=surface)
        words = pieces.words[inside]
        found_names = [
            self._name(n, pieces, window)
            for n in names.names(answer["names"][0, 1:-1], words)
            if window.core_start <= n.start + window.start < window.core_end
        ]
        core = (answer["column"] - 1 + window.start >= window.core_start) & (
            answer["column"] - 1 + window.start < window.core_end
        )
        core &= (answer["column"] > 0) & (answer["column"] <= window.end - window.start)
        scores = attributions.RoleScores(
            answer["column"][core] - 1,
            answer["cue"][core],
            answer["valid"][core],
            answer["first"][core] - 1,
            answer["pointers"][core],
            answer["tags"][core],
        )
        found = [self._statement(a, pieces, window) for a in attributions.attributions(scores, SPARE)]
        return Found(tuple(found), tuple(found_names), Meanings((self._stretch(answer, pieces, window),)))

    @staticmethod
    def _stretch(answer: Answer, pieces: Pieces, window: Window) -> Stretch:
        core = slice(window.core_start, window.core_end)
        inside = slice(window.core_start - window.start + 1, window.core_end - window.start + 1)
        return Stretch(pieces.starts[core], pieces.ends[core], answer["middle"][0, inside])

    def _statement(self, one: attributions.Attribution, pieces: Pieces, window: Window) -> FoundStatement:
        def offsets(span: attributions.Range) -> Span:
            start, end = span[0] + window.start, span[1] + window.start
            while start > window.start and pieces.words[start] == pieces.words[start - 1]:
                start -= 1
            while end < window.end and pieces.words[end] == pieces.words[end - 1]:
                end += 1
            return int(pieces.starts[start]), int(pieces.ends[end - 1])

        return FoundStatement(
            tuple(offsets(part) for part in one.content),
            offsets(one.cue),
            offsets(one.source) if one.source else None,
            one.strength,
            one.evidence,
        )

    @staticmethod
    def _name(one: names.Name, pieces: Pieces, window: Window) -> FoundName:
        return FoundName(
            int(pieces.starts[one.start + window.start]),
            int(pieces.ends[one.end - 1 + window.start]),
            one.kind,
            one.probability,
        )
