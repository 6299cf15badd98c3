"""Chance: numbers that depend only on the seed, the future, the month and what they are for.

Two postures in one future meet the same luck (common random numbers), and how a run is cut into chunks can't change it.
The generator is SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014), read by
position: its n-th number is a hash of the starting state and n. Out come float32 in [0, 1), and counts made from them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri  # type: ignore[import-untyped] # ships no types

Keys = NDArray[np.uint64]
Singles = NDArray[np.float32]

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_DRAWS = 256
"""Numbers kept for one month of one future: two for each pair of attacker and type, a few more for each attacker and ally."""
MAX_RATE = 60.0
"""The most events a month for which `poisson` is made; e^-60 is still a normal float32."""
_NEGLIGIBLE = 1e-9


def streams(seed: int, futures: Keys) -> Keys:
    """One starting state for each future: the same for the same seed and number, whatever stands beside it."""
    with np.errstate(over="ignore"):
        return _mixed(_mixed(futures + _GOLDEN) ^ _mixed(np.array([seed], dtype=np.uint64) + _GOLDEN * np.uint64(2)))


def uniform(stream: Keys, month: int, draws: range) -> Singles:
    """The numbers `draws` of a month, shape (draws, futures), uniform on [0, 1).

    Raises:
        ValueError: `draws` reaches past what a month holds.
    """
    if draws.stop > _DRAWS:
        raise ValueError(f"a month holds {_DRAWS} draws, not {draws.stop}")
    positions = np.arange(draws.start, draws.stop, dtype=np.uint64) + np.uint64(month * _DRAWS + 1)
    with np.errstate(over="ignore"):
        mixed = _mixed(stream[None, :] + (positions * _GOLDEN)[:, None])
    return (mixed >> np.uint64(40)).astype(np.float32) * np.float32(2.0**-24)


def normal(shares: Singles) -> Singles:
    """Standard normal numbers from uniform ones."""
    return np.asarray(ndtri(np.clip(shares, 1e-7, 1 - 1e-7)), dtype=np.float32)


def poisson(rate: Singles, share: Singles) -> Singles:
    """Counts with mean `rate` (at most MAX_RATE): the quantile at `share`, so that a higher rate never gives fewer."""
    term = np.exp(-rate)
    reached = term.copy()
    above = share >= reached
    count = above.astype(np.float32)
    step = 0
    highest = float(rate.max(initial=0.0))
    while above.any():
        step += 1
        term *= rate
        term /= np.float32(step)
        if step > highest and term.max() < _NEGLIGIBLE:
            break
        reached += term
        np.greater_equal(share, reached, out=above)
        count += above
    return count


def _mixed(state: Keys) -> Keys:
    state = (state ^ (state >> np.uint64(30))) * _FIRST
    state = (state ^ (state >> np.uint64(27))) * _SECOND
    return state ^ (state >> np.uint64(31))
