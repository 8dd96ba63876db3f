"""The plainest call, ``newslint check`` with files and flags: read without the library for command lines.

Loading that library takes a fifth of the time of checking one article. All that is not plain is left to it: other
commands and options, errors of use, completion, another language.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from newslint.cli.ending import ending

#: The flags that are read here, by what they set: of the project, of its settings, of the request.
_LOOKUP = "--no-config"
_SETTINGS = {"--force-exclude": "force_exclude"}
_REQUEST = {"--no-cache": "no_cache", "--quiet": "quiet", "-q": "quiet"}
#: What the environment can ask of the library.
_OTHER = ("NEWSLINT_LANG", "_NEWSLINT_COMPLETE")


def plain_check(arguments: Sequence[str], environ: Mapping[str, str] = os.environ) -> int | None:
    """Run ``newslint`` with ``arguments`` if they are plain, and return its exit code; None if they are not.

    Ends the process as the whole command line does where something is wrong.
    """
    command, *words = arguments or [""]
    flags = [word for word in words if word.startswith("-")]
    if command != "check" or any(environ.get(name) for name in _OTHER):
        return None
    if any(flag not in _REQUEST and flag not in _SETTINGS and flag != _LOOKUP for flag in flags):
        return None
    with ending():
        from newslint.cli.checking import Request, run_check
        from newslint.config import Project
        from newslint.patterns.cache import use_cache

        use_cache()
        overlay = {_SETTINGS[flag]: True for flag in flags if flag in _SETTINGS}
        asked = {_REQUEST[flag]: True for flag in flags if flag in _REQUEST}
        paths = [word for word in words if not word.startswith("-")]
        return run_check(Project(lookup=_LOOKUP not in flags, overlay=overlay), Request(paths, **asked))
