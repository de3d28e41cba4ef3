"""A terminal of 80 columns and 24 rows, with what is typed into it and what is seen there."""
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
import unicodedata

from checking import PROGRAM, report

COLUMNS, ROWS = 80, 24
LIMIT = 300


def width(text):
    """Columns of a terminal, as its C library counts them."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


class Terminal:
    """What a person types and sees; the transcript is printed as it comes."""

    def __init__(self, who, folder):
        self.who, self.folder, self.wide = who, folder, []
        self.tools = folder / ".tools"
        self.tools.mkdir(parents=True)
        (self.tools / "goalbook").symlink_to(PROGRAM)
        print(f"\n──── {who} ────", flush=True)

    def type(self, line, expect=0):
        """Runs a line of shell; returns what was seen. The exit code must be the one that is expected."""
        print(f"$ {line}")
        main, side = pty.openpty()
        fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        kept = {name: os.environ[name] for name in ("HOME", "XDG_CACHE_HOME", "GOALBOOK_RESOURCES") if name in os.environ}
        environment = {**kept, "PATH": f"{self.tools}:/usr/bin:/bin", "TERM": "xterm", "LC_ALL": "C.UTF-8"}
        with subprocess.Popen(["sh", "-c", line], cwd=self.folder, stdin=side, stdout=side, stderr=side, env=environment,
                              start_new_session=True) as process:
            os.close(side)
            seen = self.read(main, process)
        os.close(main)
        text = self.shown(seen)
        print(text, flush=True)
        self.wide += [row for row in text.splitlines() if width(row) > COLUMNS]
        code = process.returncode
        report(code == expect, f"{self.who}：{line[:60]} 退出码{expect}", "" if code == expect else str(code))
        return text

    @staticmethod
    def read(main, process):
        seen, until = b"", time.monotonic() + LIMIT
        while time.monotonic() < until:
            ready = select.select([main], [], [], 0.1)[0]
            if not ready:
                if process.poll() is not None:
                    break
                continue
            try:
                part = os.read(main, 65536)
            except OSError:
                break
            if not part:
                break
            seen += part
        return seen

    @staticmethod
    def shown(seen):
        """What stands on the screen: a line that was written over is gone."""
        rows = []
        for row in seen.decode("utf-8", errors="replace").replace("\r\n", "\n").split("\n"):
            rows.append(re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", row.rsplit("\r\x1b[K", 1)[-1]))
        return "\n".join(rows).rstrip("\n")

    def sees(self, text, *words):
        """All of these must have been seen."""
        bare = re.sub(r"\s+", "", text)
        missing = [word for word in words if not re.search(word, text) and not re.search(word, bare)]
        report(not missing, f"{self.who}：看到 {'、'.join(words)[:70]}", "没有 " + "、".join(missing) if missing else "")

    def leave(self):
        report(not self.wide, f"{self.who}：没有一行超过{COLUMNS}列", "；".join(self.wide[:4]))
