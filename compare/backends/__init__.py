"""One heavy dependency a file; each file is loaded by name when it is used."""
