"""What people decided, and how it is applied at every rebuild."""
