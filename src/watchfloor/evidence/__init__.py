"""Bytes to Document: files, web pages, feeds, archives; metadata, furniture, near-duplicates and wire copy."""
