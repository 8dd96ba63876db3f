"""The base class of errors that a user can fix: a wrong setting, rule file, selector or the like."""

from __future__ import annotations


class UserError(ValueError):
    """The run cannot continue. The message is one sentence for the user: what is wrong, where, and what to do.

    ``quoted`` are lines to show below it: the place in the file, marked.
    """

    quoted: tuple[str, ...] = ()
