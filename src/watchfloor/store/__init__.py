"""Where documents, readings and judgements are kept: one SQLite file.

`watchfloor.store.store.Store` is the way in. This module imports nothing, so that asking for help on the command
line does not load a database.
"""
