"""What is demanded, and whether it is an end. All examples are an EXERCISE."""

from __future__ import annotations

import pytest

from watchfloor.reading.stance.demand import Demand, demanded, must_end


@pytest.mark.parametrize(
    ("content", "verb", "expected"),
    [
        (" Norland to reopen the mine", "urged", Demand("reopen the mine", doing=True)),
        (" Norland to stop the drills", "urged", Demand("the drills", ended=True)),
        (" on Norland not to drill", "called", Demand("drill", ended=True, doing=True)),
        (" an immediate end to the drills", "called for", Demand("the drills", ended=True)),
        (" halt the drills", "agreed to", Demand("the drills", ended=True)),
        (" that Norland reopen the mine", "requested", Demand("reopen the mine", doing=True)),
        (" the union to formally seize the ship", "requested", Demand("formally seize the ship", doing=True)),
        (
            " on such rules before allowing a trawler to sail",
            "insist",
            Demand(" on such rules before allowing a trawler to sail"),
        ),
        (" to send boats", "refused", Demand(" to send boats", doing=True)),
        (" to the drills", "objected", Demand(" to the drills")),
        (" the harbour fees", "opposed", Demand(" the harbour fees")),
        (
            " more money for the ferries to be able to sail",
            "called for",
            Demand(" more money for the ferries to be able to sail"),
        ),
    ],
)
def test_what_is_urged(content: str, verb: str, expected: Demand) -> None:
    """Whom one urges is left out; to stop something, not to do it, and an end to it are one."""
    assert demanded(content, verb) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Norland must immediately stop the drills", Demand("the drills", ended=True)),
        ("Norland stopped the drills", None),
        ("Norland must drill", None),
    ],
)
def test_what_must_end(content: str, expected: Demand | None) -> None:
    """Only what ought to end is meant, neither what has ended nor what ought to begin."""
    assert must_end(content) == expected
