"""Calendar words: the names of months in fifteen languages, and the abbreviations of time zones.

In goes a word, out comes the month's number or the zone. Nothing here reads a date; `publication_date` does.
"""

from __future__ import annotations

from datetime import UTC, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

# A row is one month, January first; a word that means two months in two languages (listopad) is left out.
_ROWS = (
    "january jan januar jänner janvier enero gennaio janeiro januari styczeń stycznia leden ledna января січня janvāris sausio",
    "february feb februar février fevrier febrero febbraio fevereiro februari luty lutego únor února февраля лютого",
    "march mar märz mars marzo março maart marec března marca марта березня",
    "april apr avril abril aprile kwiecień kwietnia duben dubna апреля квітня",
    "may mai mayo maggio maio mei maj maja květen května мая травня",
    "june jun juni juin junio giugno junho czerwiec czerwca červen června июня червня",
    "july jul juli juillet julio luglio julho lipiec lipca červenec července июля липня",
    "august aug août aout agosto augustus augusti sierpień sierpnia srpen srpna августа серпня",
    "september sep sept septembre septiembre settembre setembro wrzesień września září сентября вересня",
    "october oct oktober octobre octubre ottobre outubro okt październik października říjen října октября жовтня",
    "november nov novembre noviembre novembro listopada ноября листопада",
    "december dec dezember décembre decembre diciembre dicembre dezembro dez grudzień grudnia prosinec prosince декабря грудня",
)
MONTHS = {word: number for number, row in enumerate(_ROWS, start=1) for word in row.split()}
"""From the case-folded name or abbreviation of a month (without its full stop) to its number."""

_HOURS = {
    "EST": -5,
    "EDT": -4,
    "CST": -6,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
    "AKST": -9,
    "HST": -10,
    "WET": 0,
    "WEST": 1,
    "BST": 1,
    "CET": 1,
    "CEST": 2,
    "EET": 2,
    "EEST": 3,
    "MSK": 3,
    "TRT": 3,
    "GST": 4,
    "PKT": 5,
    "IST": 5.5,
    "HKT": 8,
    "SGT": 8,
    "PHT": 8,
    "JST": 9,
    "KST": 9,
    "AEST": 10,
    "AEDT": 11,
    "NZST": 12,
    "NZDT": 13,
}
_PLACES = {"ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles"}


@cache
def zone(name: str) -> tzinfo | None:
    """The zone that the abbreviation `name` stands for in English news; None for one that is not known."""
    if name in {"UTC", "GMT"}:
        return UTC
    if name in _HOURS:
        return timezone(timedelta(hours=_HOURS[name]), name)
    try:
        return ZoneInfo(_PLACES[name]) if name in _PLACES else None
    except ZoneInfoNotFoundError:  # a machine without a time zone database: the day is still known
        return None
