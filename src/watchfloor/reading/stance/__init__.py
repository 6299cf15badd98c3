"""Where somebody stands on an issue."""
