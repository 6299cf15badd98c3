"""Who rests on whom: independent sources, credits, grades of outlets and items."""
