"""Run one command and print what it cost as one line of JSON: launch.py COMMAND ...

A process's peak memory counts that of the process that started it, so what is measured is started by this small one, which has
nothing in its own memory. Out come `seconds` of wall time, `processor_seconds`, `peak_mb`, the exit `status` and the
command's `output`. Imports only what it needs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

KILOBYTES_PER_MEGABYTE = 1024


def main() -> int:
    """Run, wait, print; the exit status is the command's."""
    started = time.perf_counter()
    process = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE)
    output = process.stdout.read() if process.stdout else b""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    cost = {
        "seconds": round(seconds, 2),
        "processor_seconds": round(usage.ru_utime + usage.ru_stime, 2),
        "peak_mb": round(usage.ru_maxrss / KILOBYTES_PER_MEGABYTE, 1),
        "output": output.decode("utf-8"),
    }
    print(json.dumps(cost))
    return process.returncode


if __name__ == "__main__":
    sys.exit(main())
