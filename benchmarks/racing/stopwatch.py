"""Run one command and print its time and peak memory as JSON: {"seconds", "peak", "status", "output"}.

    python -I -S stopwatch.py FOLDER CPUS COMMAND [ARGUMENT ...]

This is a small process because Linux includes the memory of the parent process in the peak of a command. ``peak`` is
that of the largest process of the command, in bytes; ``output`` is the number of bytes it wrote. CPUS is the number of
processors it may use (0: all).
"""

import json
import os
import sys
import tempfile
import time


def main() -> None:
    """Parse the command line, run and print."""
    folder, cpus, *command = sys.argv[1:]
    if int(cpus) and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(cpus)])
    os.chdir(folder)
    with tempfile.TemporaryFile() as output:
        actions = [(os.POSIX_SPAWN_DUP2, output.fileno(), 1), (os.POSIX_SPAWN_DUP2, output.fileno(), 2)]
        started = time.perf_counter()
        child = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
        _, status, usage = os.wait4(child, 0)
        seconds = time.perf_counter() - started
        output.seek(0)
        text = output.read()
    # macOS reports bytes, other systems kilobytes.
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    tail = text[-300:].decode("utf-8", "replace")
    print(
        json.dumps(
            {
                "seconds": seconds,
                "peak": peak,
                "status": os.waitstatus_to_exitcode(status),
                "output": len(text),
                "tail": tail,
            }
        )
    )


if __name__ == "__main__":
    main()
