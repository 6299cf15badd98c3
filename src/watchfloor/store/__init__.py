"""Where documents, readings and judgements are kept: one SQLite file."""
