"""Text as the rules see it: tokens, sentences, quotations, and the phrase language of the lexicons."""
