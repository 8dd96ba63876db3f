"""What a user can mend: a wrong setting, rule file, selector or the like, told in one sentence."""

from __future__ import annotations


class Problem(ValueError):
    """The run cannot go on: what is wrong, where, and what to do, in one sentence for the user."""
