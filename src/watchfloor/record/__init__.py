"""Readings to Record: one actor, one utterance, one incident, and where documents disagree or keep silent."""
