"""Programs measured as whole processes, and the table that their figures stand in."""
import dataclasses
import json
import os
import statistics
import subprocess
import sys
import tempfile

from checking import pad


@dataclasses.dataclass(frozen=True)
class Run:
    """One process: wall and processor time in ms, the most memory in MB, what it printed."""
    wall: float
    cpu: float
    memory: float
    output: str


# A program's most memory begins with that of who starts it: so a small process does, and not this one, which keeps what programs
# say.
LAUNCHER = """
import json, os, sys, time
start = time.perf_counter()
child = os.posix_spawnp(sys.argv[3], sys.argv[3:], {**os.environ, **json.loads(sys.argv[2])})
_, status, usage = os.wait4(child, 0)
wall = time.perf_counter() - start
with open(sys.argv[1], "w") as file:
    json.dump([wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, status], file)
"""


def measure(*words, codes=(0,), environment=None):
    """Runs a program to its end; ends the script where it exits with another code than these."""
    with tempfile.TemporaryFile() as output, tempfile.NamedTemporaryFile() as figures:
        subprocess.run(
            [sys.executable, "-S", "-c", LAUNCHER, figures.name, json.dumps(environment or {}), *map(str, words)],
            stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, check=True)
        wall, cpu, memory, status = json.load(figures)
        output.seek(0)
        text = output.read().decode(errors="replace")
    code = os.waitstatus_to_exitcode(status)
    if code not in codes:
        sys.exit(f"{words[0]} {words[1]}：退出码{code}，{text.strip()[-400:]}")
    return Run(wall * 1_000, cpu * 1_000, memory / 1_024, text)


def least(values):
    """What else the machine does only ever adds time, so the least of many rounds says most."""
    return min(values)


class Figures:
    """Lines of a table, each with what is asked for; kept for whoever judges them."""

    def __init__(self):
        self.lines = []

    def head(self, title, *columns):
        """A line above others."""
        print(f"\n{pad(title, 52)}" + "".join(f"{' ' * max(0, 12 - 2 * len(word))}{word}" for word in columns))

    def times(self, name, values):
        """The least and the middle of what was measured, with no goal."""
        print(f"{pad('  ' + name, 52)}{least(values):12.1f}{statistics.median(values):12.1f}", flush=True)

    def told(self, name, *values):
        """Figures that nobody judges."""
        print(f"{pad('  ' + name, 52)}" + "".join(f"{value:>12}" for value in values), flush=True)

    def judged(self, name, value, goal, form="{:.2f}", other=""):
        """A figure with its goal."""
        good = value <= goal
        self.lines.append({"name": name, "value": value, "goal": goal, "good": good})
        print(f"{pad('  ' + name, 52)}{form.format(value):>12}{'≤ ' + form.format(goal):>12}  {'达到' if good else '未达到'}{other}",
              flush=True)

    def at_least(self, name, value, goal, form="{:.2f}"):
        """A figure that is to be large."""
        good = value >= goal
        self.lines.append({"name": name, "value": value, "goal": goal, "good": good})
        print(f"{pad('  ' + name, 52)}{form.format(value):>12}{'≥ ' + form.format(goal):>12}  {'达到' if good else '未达到'}", flush=True)
