"""Signature: by what a saying of one story is known again in another.

In go an utterance's variants, out come keys; two utterances that share a key are one. A key is made of the words alone, so that
it is the same in whatever record they stand. What has no key is told in its own story only.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha1

from watchfloor.record.saying.variant import Variant
from watchfloor.record.text.texts import Texts
from watchfloor.record.text.wording import plain_words, tells

_SPEAKS_FOR_ITSELF = 5
"""Telling words from which equal words are one saying in whatever story; "we will respond in due course" has fewer. Within a story the same holds for sayings of nobody."""


def of_saying(variants: Iterable[Variant], texts: Texts) -> tuple[str, ...]:
    """The keys of an utterance's words, one for each wording that is long enough."""
    return tuple(sorted({key for v in variants if (key := same_words(v, texts))}))


def same_words(variant: Variant, texts: Texts) -> str | None:
    """What is equal for variants of the same words whatever their case, spelling of quotes and stops; None for words too few to tell."""
    words = plain_words(texts.said(variant.statement.content))
    if sum(map(tells, words)) < _SPEAKS_FOR_ITSELF:
        return None
    return sha1(" ".join(words).encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()
