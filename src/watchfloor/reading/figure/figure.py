"""Figures: the amounts that a document states, with what they count.

In come a document and its sentences, out come Figures. Dates, years, clock times, numbers in names ("Article 5", "F-35"),
phone and list numbers, ordinals and "one of" are no figures. Who asserts a figure is not decided here: every one is left to
the narrator until the statement that covers it says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from watchfloor.model.claim import Figure
from watchfloor.model.document import Document
from watchfloor.reading.figure.counted import (
    LONGEST_OF,
    Noun,
    clause_after,
    clause_before,
    fate_before,
    noun_after,
    single_after,
)
from watchfloor.reading.figure.number import Number
from watchfloor.reading.figure.quantity import Quantity, quantities
from watchfloor.reading.text.sentence import Sentence

_CONFIDENT = 0.85
"""Measured on the annotated stories: about this share of figures with a unit or a noun is right."""
_UNSURE = 0.6
"""The same for a bare number."""

_YEARS = range(1500, 2101)
_DAYS_OF_MONTH = range(1, 32)
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\s+(?:the\s+)?$")
_MONTH_AFTER = re.compile(rf"(?:\s?(?:-|–|and|or|to)\s?\d\d?)?\s+(?:of\s+)?{_MONTH}(?!\w)")
_CLOCK_AFTER = re.compile(
    r"\s?(?:[ap]\.?\s?m\b|o['’]clock|hours (?:GMT|UTC)|GMT|UTC|CES?T|E[DS]T|h\d\d)|[:/]\d", re.IGNORECASE
)
_NAME_AFTER = re.compile(r"[\w'’]|[/.:]\d|-[A-Z\d]|°[NSEW]|(?:st|nd|rd|th)\b")
_ORDINAL_NOUN = re.compile(
    r"(?:\b(?:Article|Section|Chapter|Resolution|Paragraph|Clause|Protocol|Flight|Channel|Room|Page|Part|Phase|Level|Tier"
    r"|Category|Grade|Class|Type|Version|Route|Highway|Interstate|Figure|Table|Photo|Group of|Day|Week|Unit|Brigade|Terminal"
    r"|Gate|Pier|Annex|Act|Mark|Block|Area|Zone|District|Sector|Boeing|Airbus|World War|Title|Round|Windows|iPhone|Apollo"
    r"|article|section|chapter|resolution|paragraph|clause|flight|page|phase|level|tier|category|grade|version|route"
    r"|terminal|annex|number|age|aged|ages|top|day one of|chapter)|\b[Nn]os?\.?|#)\s*$"
)
_NAME_BEFORE = re.compile(r"[\w,'’)][\s]+[A-Z][\w'’-]*\s$")
_POINTED_AT = re.compile(r"\b(?:the|these|those|both|all|any|its|their|our|your|last|first|next)\s+$", re.IGNORECASE)
_SHARE_OF_ALL = re.compile(r"\s+of\s+(?:the|its|his|her|their|our|those|these|them|whom|which)\b")
_AFTER_VAGUE = re.compile(
    r"\s+(?:of|who|more|were|have|had|are|dead|killed|wounded|injured|to|in|on|at|and)\b|\s*[,.;]"
)
_RANK = re.compile(r"\b(?:top|bottom|richest|wealthiest|poorest)\s$", re.IGNORECASE)
_READING_TIME = re.compile(r"[\s-]read\b", re.IGNORECASE)
_AGE_AROUND = re.compile(r",\s$"), re.compile(r",\s")
_LIST_NUMBER = re.compile(r"\s*[.)]\s")
_SMALL = 10
_IDIOM = re.compile(r"-(?:time|way|man|woman|person|party|state|star|point|pronged|sided|fold|dimensional|legged)\b")
_OF = re.compile(r"\s+of\s")
_YEARS_OLD = re.compile(r"[\s-]olds?\b")
_COMPOUND = re.compile(r"\w-[a-z]+$")
_FATES_OF_PEOPLE = frozenset(
    ("killed", "wounded", "injured", "arrested", "detained", "displaced", "evacuated", "deported", "expelled")
)


def figures(document: Document, sentences: Sequence[Sentence], reader: str) -> tuple[Figure, ...]:
    """The figures of the sentences, in order; `reader` names who read them."""
    return tuple(figure for sentence in sentences for figure in _of_sentence(document, sentence, reader))


def _of_sentence(document: Document, sentence: Sentence, reader: str) -> Iterator[Figure]:
    text = document.text
    found = quantities(text, sentence.start, sentence.end)
    starts = [quantity.start for quantity in found[1:]] + [sentence.end] * bool(found)
    for quantity, following in zip(found, starts, strict=True):
        noun = _noun(text, quantity, following)
        fate = fate_before(text, sentence.start, quantity.start)
        if not _is_figure(text, sentence, quantity, noun, fate):
            continue
        old = _YEARS_OLD.match(text, quantity.end, following)
        end = noun.end if noun else old.end() if old else quantity.end
        yield Figure(
            id=f"{document.short_id}:F{quantity.start}",
            document_id=document.id,
            reader=reader,
            confidence=_CONFIDENT if quantity.unit or noun or fate else _UNSURE,
            span=document.span(quantity.start, end),
            value=quantity.value,
            value_high=quantity.high,
            unit=quantity.unit or _unit(document.text, quantity, noun, fate),
            of=_counted(text, sentence, quantity, noun, fate),
            approx=quantity.approx,
        )


def _unit(text: str, quantity: Quantity, noun: Noun | None, fate: str | None) -> str:
    """The unit of what is counted and not measured: the noun, the people whom a verb implies, years of age, or items."""
    if noun:
        return noun.unit
    if fate in _FATES_OF_PEOPLE:
        return "persons"
    return "years" if _is_age(text, quantity) else "items"


def _noun(text: str, quantity: Quantity, end: int) -> Noun | None:
    """The noun phrase, before `end`, of what is counted; None where a unit says what is measured."""
    if quantity.unit:
        return None
    of = _OF.match(text, quantity.end) if quantity.vague else None
    if quantity.value == 1:
        return single_after(text, quantity.end, end)
    return noun_after(text, of.end() - 1 if of else quantity.end, end)


def _is_figure(text: str, sentence: Sentence, quantity: Quantity, noun: Noun | None, fate: str | None) -> bool:
    """Whether the quantity states an amount, and is no date, name, list number or mere "the two"."""
    if quantity.vague:
        return bool(quantity.unit or noun or fate or _AFTER_VAGUE.match(text, quantity.end))
    if _is_date(text, quantity, noun) or _is_name(text, sentence, quantity, noun):
        return False
    if quantity.unit:
        lone = quantity.value == 1 and quantity.unit == "days" and not quantity.approx
        return not (
            lone
            or _READING_TIME.match(text, quantity.end)
            or _RANK.search(text, max(0, quantity.start - 12), quantity.start)
        )
    number = quantity.number
    if number is None or number.scaled or quantity.approx or fate:
        return True
    return _counts(text, sentence, quantity, number, noun)


def _counts(text: str, sentence: Sentence, quantity: Quantity, number: Number, noun: Noun | None) -> bool:
    """Whether a number without unit, scale or softening word counts something."""
    if number.value <= 1 or _IDIOM.match(text, quantity.end):
        return False
    if noun:
        pointed_at = _POINTED_AT.search(text, max(sentence.start, quantity.start - 10), quantity.start)
        return not (pointed_at and number.value <= _SMALL)
    return number.grouped or bool(_SHARE_OF_ALL.match(text, quantity.end)) or _is_age(text, quantity)


def _is_date(text: str, quantity: Quantity, noun: Noun | None) -> bool:
    """Whether the number is a day, a year or a clock time."""
    number = quantity.number
    if number is None or not number.in_digits or number.grouped or number.scaled:
        return False
    if quantity.unit is None and number.value in _YEARS and number.end - number.start == len("2025"):
        # "Some 2000 people" is a count; "since at least 2016" and "2014-2016" are years.
        return not (quantity.approx and noun) or ((quantity.value or 0) in _YEARS and quantity.high is not None)
    if _CLOCK_AFTER.match(text, number.end):
        return True
    month = _MONTH_BEFORE.search(text, max(0, number.start - 14), number.start) or _MONTH_BEFORE.search(
        text, max(0, quantity.start - 14), quantity.start
    )
    if month and quantity.unit is None:
        return number.value in _DAYS_OF_MONTH or number.value in _YEARS
    return bool(_MONTH_AFTER.match(text, number.end)) and number.value in _DAYS_OF_MONTH


def _is_name(text: str, sentence: Sentence, quantity: Quantity, noun: Noun | None) -> bool:
    """Whether the number is part of a name, a reference or a list: "Article 5", "Sam Jong 2", "1990s", "two-state"."""
    number = quantity.number
    if number is None or quantity.unit:
        return False
    first = min(number.start, quantity.start) if quantity.high is not None else number.start
    before = text[max(sentence.start, first - 30) : first]
    if _NAME_AFTER.match(text, number.end) or _ORDINAL_NOUN.search(before):
        return True
    if noun or quantity.approx:
        return False
    if number.start == sentence.start and _LIST_NUMBER.match(text, number.end):
        return True
    return text[number.end : number.end + 1] == "-" or (number.in_digits and bool(_NAME_BEFORE.search(before)))


def _is_age(text: str, quantity: Quantity) -> bool:
    """Whether the number stands between commas after a name: "Eid, seventy, lives there"."""
    before, after = _AGE_AROUND
    value = quantity.value or 0
    return value in range(5, 120) and bool(
        before.search(text, max(0, quantity.start - 2), quantity.start) and after.match(text, quantity.end)
    )


def _counted(text: str, sentence: Sentence, quantity: Quantity, noun: Noun | None, fate: str | None) -> str:
    """What is counted, in the document's words, with what befell it where a verb before the number says so."""
    rest = clause_after(text, noun.end if noun else quantity.end, sentence.end)
    if _YEARS_OLD.match(text, quantity.end):
        words = clause_after(text, quantity.start, sentence.end)
    elif noun:
        words = " ".join(part for part in (noun.words, fate, rest) if part)
    elif fate:
        words = f"{fate} {rest}".strip()
    elif (of := _OF.match(text, quantity.end)) or _COMPOUND.search(text[quantity.start : quantity.end]):
        words = clause_after(text, of.end() if of else quantity.end, sentence.end)
    else:
        before = clause_before(text, sentence.start, quantity.start, LONGEST_OF // 2)
        words = " … ".join(part for part in (before, rest[: LONGEST_OF // 2].strip()) if part)
    words = " ".join(words.split()) or text[sentence.start : sentence.end]
    return words if len(words) <= LONGEST_OF else words[:LONGEST_OF].rsplit(" ", 1)[0]
