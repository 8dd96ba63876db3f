"""A check whose worker dies over one article; workers import it by this name, so it lies beside conftest.py."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from newslint.config import Settings
from newslint.corpus.checking import Checker, Outcome
from newslint.corpus.partitions import Partition

#: The id of the article that kills.
VICTIM = "7"


class DeadlyCheck(Checker):
    """Kills its own process over the article ``VICTIM``, the first time or, with ``folder`` None, each time. ``folder``
    remembers between processes that it has killed."""

    def __init__(self, settings: Settings, folder: Path | None) -> None:
        super().__init__(settings)
        self._folder = folder

    def __call__(self, partition: Partition) -> Outcome:
        if any(article.id == VICTIM for article in partition.articles) and self._may_kill():
            os.kill(os.getpid(), signal.SIGKILL)
        return super().__call__(partition)

    def _may_kill(self) -> bool:
        if self._folder is None:
            return True
        try:
            (self._folder / "killed").touch(exist_ok=False)
        except FileExistsError:
            return False
        return True
