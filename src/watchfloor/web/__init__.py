"""The local pages: thin, no logic of their own. Needs `pip install 'watchfloor[posture]'`."""
