"""Language model: py3langid's own model, unpacked in memory.

In goes the file that py3langid ships, out comes its identifier. py3langid's own way of loading unpacks 68 MB into the temporary
folder, and a machine whose temporary folder is full could read no article. What the model says of a text is for `language`.
"""

from __future__ import annotations

import io
import lzma
from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

_TYPECODES = {2: "H", 4: "I", 8: "L"}
"""The codes of `array` by the bytes of one number; py3langid walks arrays faster than numpy's."""


def identifier(languages: Iterable[str]) -> Any:
    """An identifier that tells `languages` (ISO 639-1 codes) from one another; its confidences add up to one."""
    # Here and not above: the model takes longer to load than `--help` may take.
    import numpy as np  # noqa: PLC0415
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    with lzma.open(MODEL_DIR / MODEL_FILE) as packed:
        unpacked = io.BytesIO(packed.read())
    with np.load(unpacked, allow_pickle=False) as model:
        made = LanguageIdentifier(
            model["ptc"],
            model["pc"],
            model["classes"].tolist(),
            _numbers(model["nextmove"]),
            model["out_feat"].tolist(),
            norm_probs=True,
            tk_row=_numbers(model["nextmove_row"]),
        )
    made.set_languages(languages)
    return made


def _numbers(values: np.ndarray[Any, Any]) -> array[int]:
    numbers: array[int] = array(_TYPECODES[values.dtype.itemsize])
    numbers.frombytes(values.data.cast("B"))
    return numbers
