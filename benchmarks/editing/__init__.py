"""Sentences of news, each with one thing changed: by construction the meaning is another, or the same.

The generator reads the sentences by its own plain patterns and never by `compare.facts`: it would only find
what they read.
"""
