"""A self-exciting stream of attacks: each attack makes further ones likelier for a while.

Hawkes: Spectra of Some Self-Exciting and Mutually Exciting Point Processes. Biometrika 58(1), 1971; as a cluster process, Hawkes and
Oakes, Journal of Applied Probability 11(3), 1974; thinning, Ogata, IEEE Transactions on Information Theory 27(1), 1981.

    λ(t) = μ(t) + Σ_{t_i < t} n β e^{−β (t − t_i)}

    λ(t)  intensity, attacks a month to be expected at t given what happened before
    μ(t)  background, attacks a month that nothing earlier set off; constant within a month     [at least 0]
    n     branching ratio: how many further attacks one attack sets off on average               [0..2]
    β     decay: 1/β is the mean delay of an attack that another set off, in months              [above 0]

Stationary when n < 1; then a constant background gives μ/(1 − n) attacks a month in the long run. With n ≥ 1 the stream grows without
end, and simulation stops with an error once it holds more attacks than memory should.

In: the parameters, a seed. Out: times of one stream, or counts by month of many futures. The stream begins with no attack before it. What
it can't say: that attacks really set off attacks; a background that changes looks the same in short counts. Nothing is
estimated here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from watchfloor.assessment.posture.distribution import Array
from watchfloor.assessment.posture.domain import NOT_NEGATIVE, POSITIVE, Range
from watchfloor.errors import ScenarioError

RATIO = Range(0.0, 2.0)
BLOCK = 1024
"""Futures that share one random stream. A future's draws depend on the seed and its number only, however a run is cut up."""

MOST_EVENTS = 20_000_000
"""Attacks held at once: some 500 MB while they are counted."""

STEEPEST = 300.0
"""The growth, as a power of e, up to which expected counts are given: 10¹³⁰ is no count any more."""

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class SelfExciting:
    """The stream. `background` holds μ for each month, and its last value goes on for ever after.

    Raises:
        ScenarioError: no background, a negative one, a ratio outside [0, 2], or a decay not above 0.
    """

    background: tuple[float, ...]
    ratio: float
    decay: float

    def __post_init__(self) -> None:
        if not self.background:
            raise ScenarioError("background must hold at least one number of attacks a month, and holds none")
        for month, rate in enumerate(self.background, 1):
            NOT_NEGATIVE.check(f"background in month {month}", rate)
        RATIO.check("ratio (further attacks set off by one)", self.ratio)
        POSITIVE.check("decay (a month)", self.decay)

    @property
    def stationary(self) -> bool:
        """Whether attacks die out between backgrounds: n < 1."""
        return self.ratio < 1.0

    @property
    def long_run(self) -> float | None:
        """Attacks a month in the long run, μ/(1 − n) with the last background; None when not stationary."""
        return self.background[-1] / (1.0 - self.ratio) if self.stationary else None

    def background_at(self, time: float) -> float:
        """μ at `time`, in months from the start."""
        return self.background[min(int(time), len(self.background) - 1)]

    def months(self, months: int) -> Array:
        """μ for each of `months` months."""
        return np.array([self.background_at(month) for month in range(months)], dtype=np.float64)


def intensity(process: SelfExciting, times: Array, at: float) -> float:
    """λ at `at` given attacks at `times`, of which only those before `at` count."""
    since = at - times[times < at]
    return process.background_at(at) + float((process.ratio * process.decay * np.exp(-process.decay * since)).sum())


def expected(process: SelfExciting, months: int) -> Array:
    """The expected number of attacks in each month, over all futures; exact.

    The mean intensity m solves m = μ + n z and z' = β (m − z) with z(0) = 0, so within a month z approaches μ/(1 − n) with rate
    β (1 − n), which is solved in closed form month by month.

    Raises:
        ScenarioError: a stream that isn't stationary outgrows any number that can be written.
    """
    rate = process.decay * (1.0 - process.ratio)
    if -rate * months > STEEPEST:
        raise ScenarioError(
            f"with ratio {process.ratio:g} and decay {process.decay:g} the stream outgrows any count in {months} months"
        )
    counts = np.empty(months)
    echo = 0.0
    for month, background in enumerate(process.months(months)):
        # ∫ z and z(1) with z' = β μ − rate z; the limits of both for rate → 0 are taken by expm1.
        fade = -np.expm1(-rate) / rate if rate != 0.0 else 1.0
        rest = (1.0 - fade) / rate if rate != 0.0 else 0.5
        area = echo * fade + process.decay * background * rest
        counts[month] = background + process.ratio * area
        echo = echo * (1.0 - rate * fade) + process.decay * background * fade
    return counts


def event_times(process: SelfExciting, months: float, seed: int) -> Array:
    """The times of one stream in [0, months), by thinning (Ogata 1981); sorted.

    Raises:
        ScenarioError: more than 20 million attacks.
    """
    rng = np.random.default_rng(seed)
    times: list[float] = []
    time, echo = 0.0, 0.0
    while time < months:
        # Up to the next month's start the intensity only falls, so its value now bounds it.
        until = min(float(int(time) + 1), months)
        background = process.background_at(time)
        bound = background + echo
        wait = rng.exponential(1.0 / bound) if bound > 0.0 else np.inf
        step = min(wait, until - time)
        echo *= float(np.exp(-process.decay * step))
        time = min(time + wait, until)
        if time < until and rng.random() * bound <= background + echo:
            times.append(time)
            echo += process.ratio * process.decay
            _check_size(len(times))
    return np.array(times)


def monthly_counts(process: SelfExciting, *, futures: int, months: int, seed: int, first: int = 0) -> Counts:
    """Attacks by month, shape (futures, months), of the futures `first` to `first + futures − 1`.

    Future number i is the same whatever is asked for beside it: 0..999 and then 1000..1999 give the rows of 0..1999.

    Raises:
        ScenarioError: a number of futures or months below 1, a first below 0, or more than 20 million attacks in one block.
    """
    for name, value, least in (("futures", futures, 1), ("months", months, 1), ("first", first, 0)):
        Range(least, whole=True).check(name, value)
    background = np.broadcast_to(process.months(months), (BLOCK, months))
    blocks = range(first // BLOCK, (first + futures - 1) // BLOCK + 1)
    rows = np.concatenate(
        [
            branching_counts(block_generator(seed, block), background, np.array(process.ratio), np.array(process.decay))
            for block in blocks
        ]
    )
    start = first - blocks.start * BLOCK
    return rows[start : start + futures]


def block_generator(seed: int, block: int) -> np.random.Generator:
    """The random stream of block number `block` of futures."""
    return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(block,)))


def branching_counts(rng: np.random.Generator, background: Array, ratio: Array, decay: Array) -> Counts:
    """Attacks by month, shape (futures, months), as clusters: background attacks, and what each generation sets off.

    Args:
        rng: the source of randomness; the same state gives the same counts.
        background: μ, shape (futures, months).
        ratio: n, one number or one a future.
        decay: β, one number or one a future.

    Raises:
        ScenarioError: more than 20 million attacks.
    """
    futures, months = background.shape
    ratios, decays = (np.broadcast_to(value, (futures,)) for value in (ratio, decay))
    born = rng.poisson(background)
    counts = born.astype(np.int64)
    _check_size(int(born.sum()))
    cell = np.repeat(np.arange(futures * months), born.ravel())
    future, times = np.divmod(cell, months)
    times = times + rng.random(times.size)
    while times.size:
        children = rng.poisson(ratios[future])
        _check_size(int(children.sum()))
        future = np.repeat(future, children)
        times = np.repeat(times, children) + rng.standard_exponential(future.size) / decays[future]
        inside = times < months
        future, times = future[inside], times[inside]
        counts += np.bincount(future * months + times.astype(np.int64), minlength=futures * months).reshape(
            futures, months
        )
    return counts


def month_intensity(background: Array | float, echo: Array | float) -> Array:
    """Attacks to be expected in the coming month where a simulation goes month by month: background plus what still echoes.

    With `next_echo` this is the stream in steps of a month, for simulations whose attacks depend on what was done in between. It
    keeps n and the long-run rate exactly; it leaves out what an attack sets off within its own month and gives it to the next.
    """
    return np.asarray(np.asarray(background) + echo)


def next_echo(echo: Array | float, attacks: Array | float, ratio: Array | float, decay: Array | float) -> Array:
    """The echo a month later: an attack sets off n (1 − e^{−β}) e^{−β (k − 1)} further ones in the k-th month after it."""
    fade = np.exp(-np.asarray(decay))
    return np.asarray(fade * echo + np.asarray(ratio) * (1.0 - fade) * attacks)


def _check_size(events: int) -> None:
    if events > MOST_EVENTS:
        raise ScenarioError(
            f"the stream holds more than {MOST_EVENTS:,} attacks; lower background or ratio (below 1 it stays finite), or take fewer futures or months"
        )
