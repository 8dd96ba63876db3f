"""What goes wrong: what a user can mend, such as a wrong setting, and what is a fault of newslint itself."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

from newslint.language import tr

#: If this variable of the environment is set, faults of newslint show their traceback on standard error.
DEBUG = "NEWSLINT_DEBUG"


class UserError(ValueError):
    """The run cannot continue. The message is one sentence for the user: what is wrong, where, and what to do.

    ``quoted`` are lines to show below it: the place in the file, marked.
    """

    quoted: tuple[str, ...] = ()


_Error = TypeVar("_Error", bound=UserError)


class RuleFault(Exception):
    """The rule ``code`` raised an exception, the cause of this one.

    ``index`` is that of the document it was about, where documents are compared and it is known.
    """

    def __init__(self, code: str, index: int | None = None) -> None:
        super().__init__(code, index)
        self.code = code
        self.index = index


def fault_sentence(error: Exception, path: str = "") -> str:
    """Return the sentence about an exception that nobody foresaw, over the file at ``path`` if it was over one."""
    if os.environ.get(DEBUG):
        import traceback

        traceback.print_exception(error)
    raised = type(error.__cause__ if isinstance(error, RuleFault) and error.__cause__ else error)
    kind = raised.__name__ if raised.__module__ == "builtins" else f"{raised.__module__}.{raised.__name__}"
    where = tr("{kind}，规则 {code}", kind=kind, code=error.code) if isinstance(error, RuleFault) else kind
    if path:
        return tr(
            "{path}：newslint 内部出错（{where}），这个文件没有查完；请加 --debug 再运行，把显示的内容报告给我们。",
            path=path,
            where=where,
        )
    return tr("内部出错（{where}）；请加 --debug 再运行，把显示的内容报告给我们。", where=where)


def together(errors: Sequence[_Error]) -> _Error:
    """Return the first of ``errors``, with the sentences of the others, and the lines that they quote, below it."""
    first, *others = errors
    lines = (line for error in others for line in (str(error), *error.quoted))
    first.quoted = (*first.quoted, *lines)
    return first
