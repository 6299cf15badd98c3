"""What holds for every test: a busy machine fails no law of hypothesis."""

from __future__ import annotations

from hypothesis import settings

# Time is held by the tests that are about time; elsewhere a deadline only tells how busy the machine is.
settings.register_profile("watchfloor", deadline=None)
settings.load_profile("watchfloor")
