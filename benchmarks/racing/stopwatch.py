"""Run one command and print its time and peak memory as JSON: {"seconds", "peak", "status", "output"}.

    python -I -S stopwatch.py FOLDER CPUS COMMAND [ARGUMENT ...]

A small process of its own, because Linux counts the memory of the one that starts a command into the peak of the
command. ``peak`` is in bytes, that of the largest process of the command; ``output`` is how many bytes it wrote. CPUS
is how many processors it may use (0: all).
"""

import json
import os
import sys
import tempfile
import time


def main() -> None:
    """Read the command line, run, print."""
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
    # macOS counts bytes, everyone else kilobytes.
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
