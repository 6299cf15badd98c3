"""Which figures count one thing, and whether they agree."""
