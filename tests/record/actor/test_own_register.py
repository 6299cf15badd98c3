"""A user's own table of offices: what it adds, and what is said of a bad row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from watchfloor.errors import RegisterError
from watchfloor.reading.actor.office import Post, shipped
from watchfloor.record.actor.own_register import beside, offices

HEAD = "owner,office,holder,from,until,source\n"
ROW = "Norway,king,Orla Venn,2031-05-02,,exercise\n"


def test_a_row_adds_a_holder() -> None:
    """A state by its name, an office in one of its wordings, spellings parted by bars, a remark left out."""
    found = offices(f"# exercise\n{HEAD}Norway,minister of defence,Orla Venn|Orla Wenn,2031-05-02,,exercise\n")
    [tenure] = found.holders(Post("NO", "defence minister"), date(2031, 6, 1))
    assert tenure.names == ("Orla Venn", "Orla Wenn")
    assert found.post("the Norwegian defence minister") == Post("NO", "defence minister")


def test_an_office_of_your_own_is_found() -> None:
    """Neither the owner nor the office need be known."""
    found = offices(f"{HEAD}Harbour Union,head of port security,Orla Venn,2031-05-02,,exercise\n")
    post = found.post("the Harbour Union's head of port security")
    assert post is not None
    assert found.holders(post, date(2031, 6, 1))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("owner,office\n", "line 1: no column 'holder', 'from', 'source'"),
        ("", "line 1: no column"),
        (f"{HEAD}Norway,,Orla Venn,2031-05-02,,exercise\n", "line 2: nothing under 'office'"),
        (f"{HEAD}Norway,king,Orla Venn,May 2031,,exercise\n", "line 2: 'May 2031' under 'from' is no day"),
        (
            f"{HEAD}Norway,king,Orla Venn,2031-05-02,2030-01-01,exercise\n",
            "line 2: 'Orla Venn' holds the office until 2030-01-01",
        ),
        (
            f"{HEAD}Norway,king,the admiral,2031-05-02,,exercise\n",
            "line 2: 'the admiral' under 'holder' is no person's name",
        ),
        (
            f"{HEAD}{ROW}{ROW}",
            "line 3: the same row stands in line 2",
        ),
        (f'{HEAD}Norway,"king,Orla Venn,2031-05-02,,exercise\n', "this is no row of a CSV file"),
    ],
)
def test_a_bad_row_is_told(text: str, said: str) -> None:
    """The line, what stands there, and what should."""
    with pytest.raises(RegisterError) as found:
        offices(text)
    assert said in str(found.value)


def test_the_table_beside_the_store_is_used(tmp_path: Path) -> None:
    """Under the store's name; without one the shipped offices are all there is, and a fault names the file."""
    store = tmp_path / "watchfloor.db"
    assert beside(store) is shipped()
    table = tmp_path / "watchfloor.db.register.csv"
    table.write_text(f"{HEAD}Norway,king,Orla Venn,2031-05-02,,exercise\n", encoding="utf-8")
    assert beside(store).holders(Post("NO", "monarch"), date(2031, 6, 1))
    table.write_text("nothing\n", encoding="utf-8")
    with pytest.raises(RegisterError, match=r"watchfloor\.db\.register\.csv: line 1"):
        beside(store)
