"""`python -m watchfloor` is `watchfloor`."""

from watchfloor.cli.main import main

main()
