"""The grid of positions in a brief. Everything is an exercise; only the names of states are real."""

from __future__ import annotations

from brief_page import parsed
from desk import Desk, record_of
from watchfloor.model.actor import ActorType
from watchfloor.model.claim import Polarity
from watchfloor.model.record import Record
from watchfloor.products import brief_html, brief_markdown
from watchfloor.products.brief import brief_of
from watchfloor.products.brief.shape import Cell, Grid

FOR, AGAINST = Polarity.FOR, Polarity.AGAINST
ABOUT = "EXERCISE. The drone wall along the coast is debated again in the capitals of the north. "


def told(
    who: str,
    polarity: Polarity,
    outlet: str = "Post",
    published: str | None = "2031-05-02",
    kind: ActorType = ActorType.STATE,
) -> Desk:
    """An article that tells where somebody stands on the drone wall."""
    verb = "supports" if polarity is FOR else "rejects"
    desk = Desk(f"{ABOUT}In the north {who} {verb} the wall, it is said in {outlet}.", outlet, published)
    desk.stands(desk.actor(who, kind), "drone_wall", polarity, f"{who} {verb} the wall")
    return desk


def grid(record: Record) -> Grid:
    """The grid of the first story."""
    return brief_of(record).parts[0].grid


def cells(record: Record) -> dict[str, Cell]:
    """The only cell of each row."""
    return {row.actor: cell for row in grid(record).rows for cell in row.cells if cell}


def test_a_cell_holds_its_sentence_outlet_and_date() -> None:
    """The words of the stand are marked in their sentence, with the day and who tells it, and evidence behind."""
    [standing] = cells(record_of(told("Latvia", FOR)))["Latvia"].told
    assert (standing.polarity, standing.when, standing.how) == (FOR, "2 May 2031", "told by the outlet")
    assert [p.text for p in standing.line.pieces if p.tells] == ["Latvia supports the wall"]
    assert standing.line.text == "In the north Latvia supports the wall, it is said in Post."
    assert standing.line.evidence[0].source.outlet == "Post"


def test_a_change_shows_both_dates() -> None:
    """Against in April and for in May stands in page and Markdown with both days."""
    record = record_of(told("Latvia", AGAINST, published="2031-04-01"), told("Latvia", FOR, "Herald"))
    [turn] = cells(record)["Latvia"].turns
    assert (turn.then, turn.now) == ("1 April 2031", "2 May 2031")
    page = parsed(brief_html.render(record)).every("table", "positions-grid")[0]
    assert "▼ against 1 April 2031 → ▲ for 2 May 2031" in page.text
    assert "▼ against (1 April 2031) → ▲ for (2 May 2031)" in brief_markdown.render(record)


def test_a_group_names_its_members_and_a_list_is_its_members() -> None:
    """The Baltic states keep a row that says whom they stand for; of a list each member has a row and the list none."""
    baltic = told("the Baltic states", FOR, kind=ActorType.GROUP)
    listed = told("Spain and Italy", AGAINST, "Herald", kind=ActorType.GROUP)
    found = {row.actor: row.members for row in grid(record_of(baltic, listed)).rows}
    assert found == {"the Baltic states": ("Estonia", "Latvia", "Lithuania"), "Italy": (), "Spain": ()}
    assert cells(record_of(listed))["Italy"].told[0].how == "told by the outlet, of Spain and Italy"


def test_what_is_said_of_a_list_stands_beside_what_is_said_of_the_member() -> None:
    """Spain for it in one outlet, "Spain and Italy" against it in another: the cell of Spain shows both, as the list names it."""
    listed = told("Spain and Italy", AGAINST, "Herald", kind=ActorType.GROUP)
    found = cells(record_of(listed, told("Spain", FOR)))
    assert found["Spain"].polarities == (FOR, AGAINST)
    baltic = told("the Baltic states", AGAINST, "Herald", kind=ActorType.GROUP)
    assert cells(record_of(baltic, told("Latvia", FOR)))["Latvia"].polarities == (FOR,)


def test_every_cell_opens_its_sheet() -> None:
    """A filled cell of the page has a sign and a word, and leads to a sheet that ends in the mark of a note; an empty one says so."""
    page = parsed(brief_html.render(record_of(told("Latvia", FOR), told("Estonia", AGAINST, "Herald"))))
    sheets = {e.attributes["id"]: e for e in page.every("aside", "sheet")}
    [table] = page.every("table", "positions-grid")
    links = table.every("a")
    assert [link.text for link in links] == ["▲ for", "▼ against"]
    for link in links:
        sheet = sheets[(link.attributes["href"] or "").removeprefix("#")]
        assert sheet.every("a", "mark")
        assert "2 May 2031" in sheet.text


def test_a_story_without_issues_of_the_schema_has_no_grid() -> None:
    """A position on something else stands in the list of other issues."""
    desk = Desk(f"{ABOUT}Latvia supports the festival.", "Post")
    desk.stands(desk.actor("Latvia", ActorType.STATE), "other:festival", FOR, "Latvia supports the festival")
    part = brief_of(record_of(desk)).parts[0]
    assert part.grid == Grid((), ())
    assert [issue.name for issue in part.issues] == ["Festival"]
