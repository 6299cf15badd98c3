"""The second reader: any OpenAI-compatible endpoint, whose every claim is looked up in the document before it counts."""
