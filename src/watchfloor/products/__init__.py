"""Record and assessments to what people read: the brief, the press-schema export."""
