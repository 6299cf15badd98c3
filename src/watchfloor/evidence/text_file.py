"""Text file: a .txt or .md file to an exhibit.

In go its bytes; out comes the exhibit, whose text is exactly the decoded file: line ends kept as they are, nothing
normalised, a byte order mark left out. Metadata come from the first lines where the source says nothing.
"""

from __future__ import annotations

from watchfloor.errors import NoArticle
from watchfloor.evidence import encoding
from watchfloor.evidence.exhibit import Exhibit, Source, exhibit
from watchfloor.evidence.heading import heading


def text_file(raw: bytes, source: Source, media_type: str = "text/plain") -> Exhibit:
    """The exhibit of a plain-text file.

    Raises:
        NoArticle: the file is empty.
        Unreadable: it is binary or in an encoding that is not read.
    """
    if not raw:
        raise NoArticle("expected an article, found an empty file; give a file with text")
    text = encoding.decode(raw)
    return exhibit(raw, text, media_type, source, heading(text, source.fetched_at).metadata)
