"""Where the packaged example lies: inside the package once installed, at the root of a checkout otherwise."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from watchfloor.errors import WatchfloorError

EXAMPLE = Path("examples") / "exercise-amber-tide" / "texts"


def example() -> Path:
    """The folder of the example's articles.

    Raises:
        WatchfloorError: this installation has none.
    """
    package = Path(str(files("watchfloor")))
    for home in (package, package.parent.parent):
        if (home / EXAMPLE).is_dir():
            return home / EXAMPLE
    raise WatchfloorError(f"This installation lacks its example ({EXAMPLE}). Install Watchfloor again.")
