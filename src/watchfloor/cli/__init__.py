"""The command line: thin, no logic of its own.

Nothing here imports the walk, the store or rich at its top, only within commands: `watchfloor --help` answers at once.
"""
