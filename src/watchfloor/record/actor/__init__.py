"""Which mentions are one actor, and for whom an actor stands."""
