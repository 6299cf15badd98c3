"""The documents' words: cut, made comparable and weighed."""
