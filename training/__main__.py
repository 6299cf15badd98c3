"""From corpora to shipped weights in one command: python -m training [--cache DIR] [--corpora DIR].

Each step is a command of its own; this one runs them in order. A kill costs at most the minute since the last
checkpoint: run it again. What ships lies in CACHE/export afterwards.
"""

from __future__ import annotations

import argparse
import subprocess
import sys

from training import checkpoint, train_average


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    checkpoint.add_places(parser)
    parser.add_argument("--passes", type=int, default=4)
    given = parser.parse_args()
    places = ["--cache", str(given.cache), "--corpora", str(given.corpora)]
    finished = ["--checkpoint", str(given.cache / train_average.FILE)]
    steps = (
        ["train", "--passes", str(given.passes)],
        ["train_average", "--checkpoint", str(given.cache / "run.pt")],
        ["train_names", *finished],
        ["train_sentence", *finished],
        ["export", *finished],
        ["calibrate"],
    )
    for name, *rest in steps:
        subprocess.run([sys.executable, "-m", f"training.{name}", *places, *rest], check=True)


if __name__ == "__main__":
    main()
