"""What pages say of themselves (all names invented)."""

from __future__ import annotations

import json

import pytest

from evidence_samples import NOW, page
from watchfloor.evidence.metadata import Metadata
from watchfloor.evidence.page_metadata import host, page_metadata
from watchfloor.model.when import Precision


def _said(head: str) -> Metadata:
    from trafilatura import load_html  # noqa: PLC0415 - heavy

    return page_metadata(load_html(page(head=head)), NOW)


def _linked(content: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(content)}</script>'


def test_json_ld_gives_every_field() -> None:
    """The article among a page's things names headline, outlet, authors, address and the minute of publication."""
    article = {
        "@type": ["NewsArticle"],
        "headline": "Cable cut",
        "datePublished": "2026-03-09T06:59:00+01:00",
        "author": [{"@type": "Person", "name": "Ilva Sorrento"}, {"@type": "Person", "name": "Per O'Hara"}],
        "publisher": {"@type": "Organization", "name": "The Exercise Post"},
        "url": "https://post.example/1",
    }
    said = _said(_linked({"@graph": [{"@type": "BreadcrumbList", "headline": "no"}, article]}))
    assert (said.headline, said.outlet, said.author, said.url) == (
        "Cable cut",
        "The Exercise Post",
        "Ilva Sorrento, Per O'Hara",
        "https://post.example/1",
    )
    assert said.published is not None
    assert said.published.precision is Precision.MINUTE


def test_open_graph_gives_every_field() -> None:
    """Without JSON-LD the meta elements are read."""
    said = _said(
        '<meta property="og:title" content="Cable cut"><meta property="og:site_name" content="The Exercise Post"><meta name="author" content="Ilva Sorrento">'
        '<meta property="article:published_time" content="2026-03-09T06:59:00Z"><link rel="canonical" href="https://post.example/1">'
    )
    assert (said.headline, said.outlet, said.author, said.url) == (
        "Cable cut",
        "The Exercise Post",
        "Ilva Sorrento",
        "https://post.example/1",
    )
    assert said.published is not None


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{not json</script>',
        f'<script type="application/ld+json">{"[" * 5_000}</script>',
        _linked(
            {
                "@type": "NewsArticle",
                "headline": ["x"],
                "author": 3,
                "publisher": [],
                "datePublished": {"a": 1},
                "url": "javascript:alert(1)",
            }
        ),
        _linked({"@type": "NewsArticle", "datePublished": "9999-12-31T00:00:00Z"}),
        '<meta property="article:published_time" content="9999-12-31">',
    ],
)
def test_nonsense_is_unknown(head: str) -> None:
    """Broken metadata, foreign schemes and the year 9999 leave their fields unknown."""
    said = _said(head)
    assert said.published is None
    assert said.url is None
    assert said.headline == "Exercise: cable between islands cut"


def test_host_names_the_outlet_at_last() -> None:
    """The host of an address, without www; nothing where there is none."""
    assert host("https://www.post.example:8080/a") == "post.example"
    assert host("http://[::1") is None
    assert host(None) is None
