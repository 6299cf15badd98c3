"""Texts with incident triggers: invented sentences, CASIE's cyber events, MUC-4's attacks.

In: `invented_incidents.txt` and the corpora. Out: `Told` texts with labelled character ranges. MUC-4's keys as they come
here say only which messages tell of an attack, so its triggers are found by words in those messages and are a guess;
its texts are in small letters. CASIE's vulnerability events are no incidents here and are left out.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from training.names_swapped import Stock

STATUSES = ("occurred", "alleged", "planned", "hypothetical", "denied")

GAPS = {"{place}": "LOC", "{organisation}": "ORG", "{person}": "PER"}
CASIE_TYPES = {"Databreach": "data_leak", "Phishing": "cyber_intrusion", "Ransom": "ransomware"}
CASIE_STATUS = {"Actual": "occurred", "Generic": "occurred", "Other": "hypothetical"}
MUC_WORDS = (
    ("explosion", r"bomb(?:ed|ing|ings)?|explo(?:ded|sion|sions)|blast|dynamited?|detonated"),
    ("arson", r"set (?:\w+ )?(?:on )?fire|burned|arson|torched"),
    ("assassination_or_poisoning", r"murder(?:ed|s)?|assassinat(?:ed|ion)|killed|shot (?:to death|dead)"),
    ("military_strike", r"shelled|mortar attack|strafed|machine-?gunned|bombarded"),
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """Characters `start` to `end` tell of an incident; `status` and `specific` are None where the corpus is silent."""

    start: int
    end: int
    kind: str
    status: str | None
    specific: bool | None


@dataclass(frozen=True, slots=True)
class Told:
    """A text and its triggers; `names`, (start, end, kind), only where the text was invented."""

    text: str
    triggers: tuple[Trigger, ...]
    names: tuple[tuple[int, int, str], ...] = ()


def invented(stock: Stock, dice: random.Random) -> list[Told]:
    """Every invented sentence once, its gaps filled at random; raises ValueError on a line that is not in the form."""
    lines = (Path(__file__).parent / "invented_incidents.txt").read_text("utf-8").splitlines()
    return [_filled(line, stock, dice) for line in lines if line and not line.startswith("#")]


def casie(folder: Path) -> list[Told]:
    """CASIE's articles, by name."""
    return [_casie(json.loads(path.read_text("utf-8"))) for path in sorted((folder / "annotation").glob("*.json"))]


def muc(folder: Path) -> list[Told]:
    """MUC-4's train messages, in small letters."""
    attacks, current = set(), ""
    for line in (folder / "keys_train").read_text("utf-8").splitlines():
        if found := re.search(r'"message_id", "([^"]+)"', line):
            current = found.group(1)
        elif re.search(r'"message_template", \d', line):
            attacks.add(current)
    lines = (folder / "train.json").read_text("utf-8").splitlines()
    messages = (json.loads(line) for line in lines if line)
    return [_muc(m["doctext"], attack=m["docid"] in attacks) for m in messages]


def _filled(line: str, stock: Stock, dice: random.Random) -> Told:
    kind, status, specific, marked = _fields(line)
    text, opened = "", 0
    triggers, names = [], []
    for part in re.split(r"(\[|\]|\{\w+\})", marked):
        if part == "[":
            opened = len(text)
        elif part == "]":
            triggers.append(Trigger(opened, len(text), kind, status, specific == "specific"))
        elif part in GAPS:
            name = " ".join(stock.draw(GAPS[part], 2, dice)).replace(" ,", ",").replace(" 's", "'s")
            bare = name.removeprefix("the ")
            text += name
            names.append((len(text) - len(bare), len(text), GAPS[part]))
        else:
            text += part
    return Told(text[0].upper() + text[1:], tuple(triggers), tuple(names))


def _fields(line: str) -> tuple[str, str, str, str]:
    head, _, marked = line.partition("\t")
    fields = head.split(" ")
    if len(fields) != len(("type", "status", "specific")) or not marked:
        message = f"expected 'type status specific<TAB>sentence' in invented_incidents.txt, found {line!r}"
        raise ValueError(message)
    return fields[0], fields[1], fields[2], marked


def _casie(annotation: dict) -> Told:  # type: ignore[type-arg]
    text, triggers = annotation["content"], []
    for hopper in annotation["cyberevent"]["hopper"]:
        for event in hopper["events"]:
            nugget, kind = event["nugget"], CASIE_TYPES.get(event["subtype"])
            start, end = nugget["startOffset"], nugget["endOffset"]
            if kind and text[start:end] == nugget["text"]:
                triggers.append(
                    Trigger(start, end, kind, CASIE_STATUS.get(event["realis"]), event["realis"] != "Generic")
                )
    return Told(text, tuple(triggers))


def _muc(text: str, *, attack: bool) -> Told:
    found = [
        Trigger(m.start(), m.end(), kind, None, None)
        for kind, words in MUC_WORDS
        for m in re.finditer(rf"\b(?:{words})\b", text)
    ]
    return Told(text, tuple(found) if attack else ())
