"""Training of the cross-encoder that reads two claims together; stage one is natural-language inference."""
