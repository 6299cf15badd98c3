"""What a number counts: the noun phrase after it, and the event that gives the count its meaning.

In comes text with the offset where an amount ends, out goes the end of the noun phrase, its head and the words that
say what is counted. English plurals do the work of a tagger: a number above one is followed by a plural head.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"(?:\s+|(?<=\w)-)(?P<word>[A-Za-zÀ-ÿ][\w'’.-]*\w|[A-Za-z]\.?(?:[A-Za-z]\.)+|[A-Za-z])")
_STOP_WORDS = """
a an the this that these those of in on at to for from by with without within into onto over under between among against across
near off out up down through during before after since until till about around than as and or but nor so yet if when while where
who whom whose which what how why because although though is are was were be been being am has have had do does did will would
can could may might must shall should not no he she it they we you i him her them us his its their our your my said says say
told according per via amid despite ago later earlier away apart respectively each more
"""
_PEOPLE_WORDS = """
people persons person individuals individual men man women woman children child civilians civilian soldiers soldier troops
personnel casualties victims victim suspects suspect officers officer officials official workers worker employees employee
residents resident americans citizens citizen migrants refugees consumers customers clients users passengers sailors crew members
inhabitants fighters militants insurgents invaders students teenagers boys girls boy girl sources source servicemen conscripts
recruits prisoners hostages deaths dead wounded injured fatalities voters volunteers policemen police protesters journalists
diplomats defendants plaintiffs patients adults minors reservists westerners europeans afghans ukrainians russians
"""
_IRREGULAR_WORDS = """
people men women children troops personnel police crew staff aircraft spacecraft craft cattle media data phenomena criteria dead
wounded injured servicemen policemen fishermen lawmen gunmen airmen feet teeth mice infantry livestock bitcoin
"""
_STOP = frozenset(_STOP_WORDS.split())
_PEOPLE = frozenset(_PEOPLE_WORDS.split())
_IRREGULAR = frozenset(_IRREGULAR_WORDS.split())
_NOT_PLURAL = re.compile(r"(?:ss|us|is|['’]s|ous|ics)$")
_FATE = re.compile(
    r"\b(?P<fate>kill(?:ed|ing|s)?|wound(?:ed|ing|s)?|injur(?:ed|ing|es)|arrest(?:ed|ing|s)?|detain(?:ed|ing|s)?|displac(?:ed|ing)"
    r"|destroy(?:ed|ing|s)?|damag(?:ed|ing|es)|evacuat(?:ed|ing|es)|captur(?:ed|ing|es)|deport(?:ed|ing|s)?|expel(?:led|ling|s)?"
    r"|intercept(?:ed|ing|s)?|down(?:ed|ing)|shot down|fired|launched|seiz(?:ed|ing|es)|sank|sunk)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_FATES = {
    "kill": "killed",
    "woun": "wounded",
    "inju": "injured",
    "arre": "arrested",
    "deta": "detained",
    "disp": "displaced",
    "dest": "destroyed",
    "dama": "damaged",
    "evac": "evacuated",
    "capt": "captured",
    "depo": "deported",
    "expe": "expelled",
    "inte": "intercepted",
    "down": "shot down",
    "shot": "shot down",
    "fire": "fired",
    "laun": "launched",
    "seiz": "seized",
    "sank": "sunk",
    "sunk": "sunk",
}
_STATES = frozenset(("dead", "wounded", "injured"))
_CLAUSE_START = re.compile(r"(?:,(?!\d)|[;:()\"“”])|\s[–—-]\s|—|\s(?:and|but|while|which|that)\s")
_CLAUSE_END = re.compile(
    r",(?!\d)|[;:()\"“”]|\s[–—-]\s|—|\s(?:but|while|which|as well as)\b"
    r"|\sand\s(?=\w+(?:ed|ing)\b|also\b|\d|more\b|at least\b|(?:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds)\b)"
)
_LONGEST_PHRASE = 6
_LONGEST_SINGLE = 3
LONGEST_OF = 90
"""Characters of `of`: what fits one line of a table of figures."""
_REACH = 4 * LONGEST_OF
"""Characters looked through for the end of a clause, so that time stays linear in the text."""


@dataclass(frozen=True, slots=True)
class Noun:
    """The noun phrase that ends at `end`; `head` is its last word."""

    end: int
    head: str
    words: str

    @property
    def unit(self) -> str:
        """What is counted, as a unit: people in any guise are persons, all else is its own head in small letters."""
        head = self.head.lower()
        if head in _PEOPLE:
            return "persons"
        return self.head if re.search(r"\d|[A-Z].*[A-Z]", self.head) else head  # "F-16s" and "URLs" as written


def noun_after(text: str, position: int, end: int) -> Noun | None:
    """The noun phrase that follows an amount ending at `position`, None where none does.

    It ends with the first run of plurals: "credit card numbers", "Afghan special forces soldiers".
    """
    head: re.Match[str] | None = None
    for token in _tokens(text, position, end):
        word = token["word"]
        if _stops(word) and (word != "and" or head is not None):
            break
        if is_plural(word) and not (head and word in _STATES):
            head = token
        elif head is not None:
            break
    if head is None:
        return None
    return Noun(head.end("word"), head["word"], text[position : head.end("word")].strip(" -"))


def single_after(text: str, position: int, end: int) -> Noun | None:
    """The noun phrase that follows "one": the words up to the next that can't be part of it."""
    last: re.Match[str] | None = None
    for token in _tokens(text, position, end)[:_LONGEST_SINGLE]:
        if _stops(token["word"]) or token["word"].endswith("ed"):
            break
        last = token
    return Noun(last.end("word"), last["word"], text[position : last.end("word")].strip(" -")) if last else None


def is_plural(word: str) -> bool:
    """Whether `word` looks like a plural noun."""
    lower = word.lower()
    return lower in _IRREGULAR or (len(lower) > len("its") and lower.endswith("s") and not _NOT_PLURAL.search(lower))


def fate_before(text: str, start: int, position: int) -> str | None:
    """The participle for what befell the counted, where a verb of it stands just before `position`."""
    found = _FATE.search(text, max(start, position - 30), position)
    return _FATES[found["fate"].lower()[:4]] if found else None


def clause_after(text: str, position: int, end: int, limit: int = LONGEST_OF) -> str:
    """The words from `position` to the end of the clause, cut at a word so that `limit` characters hold them."""
    end = min(end, position + _REACH)
    stop = _CLAUSE_END.search(text, position, end)
    words = text[position : stop.start() if stop else end].strip(" \t-.!?")
    return words if len(words) <= limit else words[:limit].rsplit(" ", 1)[0]


def clause_before(text: str, start: int, position: int, limit: int = LONGEST_OF) -> str:
    """The last words of the clause that lead to `position`, cut at a word so that `limit` characters hold them."""
    clause = _CLAUSE_START.split(text[max(start, position - _REACH) : position])[-1].strip()
    return clause if len(clause) <= limit else clause[-limit:].split(" ", 1)[-1]


def _stops(word: str) -> bool:
    """Whether a noun phrase can't go past `word`; "US" in capitals is no pronoun."""
    return word.lower() in _STOP and word != "US"


def _tokens(text: str, position: int, end: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    while len(found) < _LONGEST_PHRASE and (token := _TOKEN.match(text, position, end)):
        found.append(token)
        position = token.end()
    return found
