"""Contradiction: one module for each kind of disagreement that the record looks for."""
