"""Who says what: cues, sources, contents, statements."""
