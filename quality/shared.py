"""Where that which is measured lies: the folder beside the repository, its scorers and its sets.

Only paths; what is absent is said by whoever needs it.
"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
PRESS = SHARED / "press"
STORY_SCORER = SHARED / "score" / "score.py"
POLNEAR_SCORER = SHARED / "score" / "polnear.py"
CORPORA = SHARED / "corpora"
POLNEAR_DEV = CORPORA / "polnear" / "dev"
UNER_DEV = CORPORA / "uner" / "en_ewt-ud-dev.iob2"
ECB_DEV = CORPORA / "ecbplus" / "dev_text.txt"
EXAMPLE = ROOT / "examples" / "exercise-amber-tide"
