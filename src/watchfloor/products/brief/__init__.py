"""The brief before it has a look: a Record goes in, a Brief comes out that every renderer prints alike."""

from watchfloor.products.brief.compose import brief_of
from watchfloor.products.brief.shape import Brief

__all__ = ["Brief", "brief_of"]
