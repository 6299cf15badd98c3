"""The nouns: frozen, slotted dataclasses that everything else is written in. Imports nothing of the package.

Mistakes in building them are a programmer's and raise ValueError.
"""
