"""Record to assessments. Nothing here gives a verdict: numbers, their sources, and what would change them."""
