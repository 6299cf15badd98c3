"""How things are compared, grouped and named, whatever they are."""
