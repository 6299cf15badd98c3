"""Times, absolute and relative to publication, as intervals."""
