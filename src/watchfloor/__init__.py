"""Watchfloor reads coverage of hybrid warfare and keeps one record in which every line stands on a sentence."""

__version__ = "0.1.0"
