"""Document to Reading: mentions, quotations and who speaks, incidents, times, places, figures, positions."""
