"""Offices: which office a description means, and who held it on a day.

In go words ("the Russian president") and a day, out come the Post and its Tenures, from the register's tables and from rows that a user
adds. Only offices that one person holds at a time are here; whether a text means the holder is for whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from watchfloor.reading.actor import register
from watchfloor.reading.actor.description import content
from watchfloor.reading.actor.register.form import listed
from watchfloor.reading.actor.register.table import day, rows

CHECKED = date(2026, 1, 15)
"""When the shipped table of holders was last checked, as its header says."""
_NOW = frozenset({"current", "present", "incumbent", "sitting", "new", "newly", "elected", "long-time", "longtime"})
"""Words that change nothing about which office it is."""


@dataclass(frozen=True, slots=True, order=True)
class Post:
    """An office of a state (by ISO code) or of a bloc or body (by name)."""

    owner: str
    office: str

    def __str__(self) -> str:
        state = register.state_of_code(self.owner)
        return f"{self.office} of {state.name if state else self.owner}"


@dataclass(frozen=True, slots=True)
class Tenure:
    """Somebody, under every spelling in `names`, in a post from `since` to `until`, both included; without `until` still when last checked.

    `source` says by which act, or whose word it is.
    """

    post: Post
    names: tuple[str, ...]
    since: date
    until: date | None
    source: str

    def holds_on(self, when: date) -> bool:
        """Whether that day is within it."""
        return self.since <= when and (self.until is None or when <= self.until)


@dataclass(frozen=True, slots=True)
class Offices:
    """Wordings of offices and their holders; `wordings` maps an owner ("" for any state) and content words to an office."""

    wordings: Mapping[tuple[str, frozenset[str]], Post]
    tenures: Mapping[Post, tuple[Tenure, ...]] = field(default_factory=dict)

    def post(self, text: str) -> Post | None:
        """The post that a description means as it stands; None where it is past, a deputy's, another's guess, or not in the register."""
        said = content(text) - _NOW
        owners = said & _owners().keys()
        if len(owners) == 1:
            (named,) = owners
            owner, rest = _owners()[named], said - owners
            own = self.wordings.get((owner, rest))
            any_state = self.wordings.get(("", rest)) if register.state_of_code(owner) else None
            return own or (Post(owner, any_state.office) if any_state else None)
        return None if owners else self.wordings.get(("=", said))

    def holders(self, post: Post, when: date) -> tuple[Tenure, ...]:
        """Who held the post on that day: several where one follows another on it, none where nobody is known.

        A tenure without an end ends where a later one begins, so that a new row needs no change of the row before.
        """
        held = [t for t in self.tenures.get(post, ()) if t.holds_on(when)]
        return tuple(t for t in held if t.until is not None or all(other.since <= t.since for other in held))

    def with_(self, tenures: Iterable[Tenure]) -> Offices:
        """These with more tenures; a post that is new is found by its owner's name and its office as they are written."""
        more = tuple(tenures)
        described = {(t.post.owner, content(t.post.office)): t.post for t in more}
        alone = {("=", content(f"{t.post.owner} {t.post.office}")): t.post for t in more}
        held = (t for known in self.tenures.values() for t in known)
        return Offices({**alone, **described, **self.wordings}, _by_post((*held, *more)))


def owner_of(text: str) -> str:
    """The key under which a state (by name or ISO code) or a bloc owns offices; what the register doesn't know owns them under its own name."""
    state = register.state_of_code(text) or register.state_named(text)
    bloc = register.bloc_named(text)
    return state.code if state else bloc.name if bloc else text


@cache
def shipped() -> Offices:
    """The offices of the register's own tables."""
    wordings: dict[tuple[str, frozenset[str]], Post] = {}
    for row in rows("offices.csv"):
        post = Post(row["owner"], row["office"])
        for wording in listed(row["wordings"]):
            alone = wording.startswith("=")
            wordings.setdefault(("=" if alone else post.owner, content(wording.removeprefix("="))), post)
    return Offices(wordings, _by_post(_tenure(row) for row in rows("holders.csv")))


def _tenure(row: Mapping[str, str]) -> Tenure:
    since = day(row["from"])
    if since is None:
        raise ValueError(f"holders.csv: {row['holder']} has no first day")
    return Tenure(
        Post(row["owner"], row["office"]), listed(row["holder"]), since, day(row["until"]), source=row["source"]
    )


def _by_post(tenures: Iterable[Tenure]) -> dict[Post, tuple[Tenure, ...]]:
    found: dict[Post, tuple[Tenure, ...]] = {}
    for tenure in tenures:
        found[tenure.post] = (*found.get(tenure.post, ()), tenure)
    return {post: tuple(sorted(held, key=lambda t: (t.since, t.names))) for post, held in found.items()}


@cache
def _owners() -> dict[str, str]:
    """The lower-case name of every state and bloc with the key under which it owns offices."""
    return {s.name.lower(): s.code for s in register.states()} | {b.name.lower(): b.name for b in register.blocs()}
