"""Places, with country and coordinates where they are known."""
