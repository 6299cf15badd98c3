"""Training examples and batches, whatever the head: a window of pieces with what is to be learned from it.

In: `Example`s of one task. Out: padded `Batch`es of about equal size in pieces, similar lengths together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from watchfloor.reading.network.pieces import DIGIT, LOWER, MARK, SHAPES, UPPER

if TYPE_CHECKING:
    import random

    from torch import Tensor

    from watchfloor.reading.network.pieces import Pieces

OPEN, CLOSE, BLANK, HIDDEN = 101, 102, 0, 103
"""[CLS], [SEP], [PAD] and [MASK] in the vocabulary of BERT, uncased."""

PIECES_A_BATCH = 2560
RECASED = 0.1
"""Share of windows read as if written in small letters only, or in capitals only, half and half."""
SURFACE_DROP, WORD_DROP = 0.12, 0.03
"""Share of windows read without case and marks, and of pieces hidden: texts in capitals or without them come too."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """One attribution of a window: columns counted with the opening token; see `head_attribution.Anchors`."""

    column: int
    pointers: tuple[int, ...]
    tags: np.ndarray


@dataclass(frozen=True, slots=True)
class Example:
    """Pieces with their surface (both without special tokens) and the labels of one task, the other's empty."""

    task: str
    ids: np.ndarray
    surface: np.ndarray
    labels: np.ndarray
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded tensors (rows, length) with special tokens; `labels` is -1 where nothing counts."""

    task: str
    ids: Tensor
    surface: Tensor
    mask: Tensor
    labels: Tensor
    anchors: tuple[tuple[int, Anchor], ...]


def cut(task: str, pieces: Pieces, start: int, labels: np.ndarray, anchors: tuple[Anchor, ...] = ()) -> Example:
    """The example of the pieces from `start` on that `labels` has one number each for."""
    end = start + len(labels)
    return Example(task, pieces.ids[start:end], pieces.surface[start:end] + 1, labels, anchors)


def batches(examples: list[Example], dice: random.Random, *, letters: bool) -> list[Batch]:
    """All examples once, in random order of batches, padded to the longest of each; `letters` changes the case of some."""
    grouped = []
    for task in sorted({e.task for e in examples}):
        own = sorted(
            (e for e in examples if e.task == task), key=lambda e: (len(e.ids) + dice.randrange(12), dice.random())
        )
        group: list[Example] = []
        for example in own:
            if group and (len(group) + 1) * (len(example.ids) + 2) > PIECES_A_BATCH:
                grouped.append(group)
                group = []
            group.append(example)
        grouped.append(group)
    dice.shuffle(grouped)
    return [_padded(group, dice, letters=letters) for group in grouped]


def recased(surface: np.ndarray, dice: random.Random) -> np.ndarray:
    """The surface of the same words all in small letters or all in capitals, now and then."""
    draw = dice.random()
    if draw >= RECASED:
        return surface
    shape = (surface - 1) % SHAPES
    worded = (shape != DIGIT) & (shape != MARK)
    return np.where(worded, surface - shape + (LOWER if draw < RECASED / 2 else UPPER), surface)


def _padded(group: list[Example], dice: random.Random, *, letters: bool) -> Batch:
    rows, length = len(group), max(len(e.ids) for e in group) + 2
    ids, surface = np.full((rows, length), BLANK), np.zeros((rows, length), dtype=np.int64)
    mask, labels = np.zeros((rows, length), dtype=np.float32), np.full((rows, length), -1)
    for row, e in enumerate(group):
        n = len(e.ids)
        hide = np.array([dice.random() < WORD_DROP for _ in range(n)])
        ids[row, 0], ids[row, n + 1] = OPEN, CLOSE
        ids[row, 1 : n + 1] = np.where(hide, HIDDEN, e.ids)
        if dice.random() >= SURFACE_DROP:
            surface[row, 1 : n + 1] = recased(e.surface, dice) if letters else e.surface
        mask[row, : n + 2] = 1.0
        labels[row, 1 : n + 1] = e.labels
    anchors = tuple((row, a) for row, e in enumerate(group) for a in e.anchors)
    return Batch(group[0].task, *(torch.from_numpy(x) for x in (ids, surface, mask, labels)), anchors)
