"""JSON value: the text of a file from outside to what it holds.

In goes text, out comes the value; what is no JSON is told in words for its author, none of them about Python. What the value
means is for `article_json` and `sidecar`.
"""

from __future__ import annotations

import json

from watchfloor.evidence.reason import reason


class NotJson(ValueError):  # noqa: N818 - what the text is, said within an error of the caller's
    """The text is no JSON that can be read; the message is the reason alone."""


def json_value(text: str) -> object:
    """What `text` holds.

    Raises:
        NotJson: it is no JSON, has a number of thousands of digits, or lists in one another beyond reading.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise NotJson(reason(error)) from error
    except ValueError as error:
        raise NotJson("a number of thousands of digits") from error
    except RecursionError as error:
        raise NotJson("too many lists in one another") from error
