"""Numbers with their units, and what they count."""
