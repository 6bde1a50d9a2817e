"""Puts the claims of several news articles on one event side by side."""
