"""Reviewers' decisions about pairs of claims: read, joined, measured, and made into a gold set."""
