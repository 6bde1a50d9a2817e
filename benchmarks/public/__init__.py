"""Public data with pairs of texts that people judged: a module for each set, and what they share.

The data stand outside the repository; only figures come in.
"""
