"""A posture study to what people read: a page, JSON and CSV. Every figure with its caveats, and never one best posture."""
