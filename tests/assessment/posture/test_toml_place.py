"""A message about a scenario can name the line of any key."""

from __future__ import annotations

import pytest

from watchfloor.assessment.posture.toml_place import line_of, lines_of

TEXT = """\
# a comment with key = "value"
name = "x"

[evidence]
detection = { low = 0.1 }
"odd key" = 3

[[attackers]]
name = "one"
[attackers.means]
cyber = 1

[[attackers]]
name = "two"
[attackers.means]
cyber = 2
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("name",), 2),
        (("evidence", "detection"), 5),
        (("evidence", "detection", "low"), 5),
        (("evidence", "odd key"), 6),
        (("evidence", "absent"), 4),
        (("attackers", 0, "name"), 9),
        (("attackers", 1), 13),
        (("attackers", 1, "means", "cyber"), 16),
        (("nowhere",), 1),
    ],
)
def test_line_of_a_path(path: tuple[str | int, ...], line: int) -> None:
    """A key is found on its line, within the right element of an array of tables; what is unknown at what is around it."""
    assert line_of(path, lines_of(TEXT)) == line
