"""What happened, may have happened or might: incident reports, and who is blamed."""
