"""Which statements are one utterance."""
