"""Which reports are of one incident."""
