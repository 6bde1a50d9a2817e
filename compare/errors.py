"""What can go wrong, as one tree. The command line catches `CompareError` once and prints one line.

    CompareError            what is wrong (where); cure
    ├── InputError          an article cannot be read, or there are too few or too many of them
    ├── ModelError          an embedder or a relation model is missing, unknown or broken
    ├── SettingsError       an option has a value that cannot be used
    └── OutputError         a report cannot be written

Anything else that is raised is a bug and keeps its traceback.
"""

from __future__ import annotations


class CompareError(Exception):
    """A failure that the user can mend.

    `what` is wrong, `where` names the file or option, `cure` says what to do about it.
    """

    def __init__(self, what: str, where: str | None = None, cure: str | None = None) -> None:
        self.what, self.where, self.cure = what, where, cure
        place = f" ({where})" if where else ""
        remedy = f"; {cure}" if cure else ""
        super().__init__(f"{what}{place}{remedy}")


class InputError(CompareError):
    """An article cannot be read, or there are too few or too many of them."""


class ModelError(CompareError):
    """An embedder or a relation model is missing, unknown or broken."""


class SettingsError(CompareError):
    """An option has a value that cannot be used."""


class OutputError(CompareError):
    """A report cannot be written."""
