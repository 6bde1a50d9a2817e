"""Gold sets and what is measured against them."""
