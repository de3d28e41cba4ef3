"""Workspaces with invented towns, and what the people who read their results see of them."""
import contextlib
import hashlib
import json
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile

from checking import PROGRAM, ROOT, goalbook

TEMPLATE = (ROOT / "Tests/Fixtures/hostile/编码/utf8.txt").read_text(encoding="utf-8")
FIRST, SECOND = "东西南北中上下青红白黄黑高平", "山河沟桥店庄坡湾岭泉林田沙石井泽"


def name_of(number):
    return FIRST[number % len(FIRST)] + SECOND[number // len(FIRST) % len(SECOND)] + "乡"


def code_of(number):
    return f"{706001 + number}"


def town(number, amount):
    text = TEMPLATE.replace("小村乡", name_of(number)).replace("706001", code_of(number))
    return text.replace("3.60", f"{amount:.2f}")


class Place:
    """A workspace with some towns."""

    def __init__(self, folder, towns, results="", mail="", nightly=""):
        self.folder = pathlib.Path(folder) / "工作 区"
        self.amounts = {}
        done = goalbook("init", self.folder)
        assert done.returncode == 0, done.stderr
        self.settings(results, mail, nightly)
        for number in range(towns):
            self.write(number, 3.60)

    def settings(self, results="", mail="", nightly=""):
        words = f"{{ results: {{{results}}}, nightly: {{{nightly}}}, mail: {{{mail}}} }}"
        (self.folder / "goalbook.json5").write_text(words, encoding="utf-8")

    def input(self, number):
        return self.folder / "inputs" / f"{name_of(number)}.txt"

    def write(self, number, amount):
        fresh = self.folder / "neu.tmp"
        fresh.write_text(town(number, amount), encoding="utf-8")
        fresh.rename(self.input(number))
        self.amounts[code_of(number)] = round(amount * 100 + 1250)

    def nightly(self, *words):
        return goalbook("nightly", "--workspace", self.folder, *words)

    def start(self, *words):
        words = [str(word) for word in (PROGRAM, "nightly", "--workspace", self.folder, *words)]
        return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True)

    def status(self):
        done = goalbook("status", "--workspace", self.folder, "--json")
        return json.loads(done.stdout) if done.returncode == 0 else {"code": done.returncode, "words": done.stderr}

    @property
    def current(self):
        return self.folder / "out/current"

    def run(self):
        return str(self.current.readlink()) if self.current.is_symlink() else None

    def shown(self):
        """What readers see: the whole amount of each town, in hundredths of 万元, by unit code."""
        shown = {}
        for file in self.current.resolve().glob("*/facts.json"):
            book = json.loads(file.read_text(encoding="utf-8"))["books"][0]
            shown[book["unit"]["code"]] = book["totals"]["budgetFen"] // 10_000
        return shown

    def troubles(self):
        """Where the results that readers see are not one whole run."""
        folder = self.current.resolve()
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        listed = {entry["path"]: entry["sha256"] for entry in manifest["outputs"]}
        found = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
        if found != set(listed) | {"manifest.json"}:
            yield f"文件与清单不符：{sorted(found ^ set(listed))[:4]}"
        for path, digest in listed.items():
            if not (folder / path).is_file() or hashlib.sha256((folder / path).read_bytes()).hexdigest() != digest:
                yield f"{path} 的校验值不对"

    def files(self):
        """Every file of the results, as the disk knows it."""
        return {
            str(path): (path.lstat().st_ino, path.lstat().st_mtime_ns, path.lstat().st_size)
            for path in [self.folder / "out", *(self.folder / "out").rglob("*")]}

    def ledger(self, columns):
        """The ledger as the next run will find it; a copy, so that looking mends nothing."""
        with tempfile.TemporaryDirectory() as copy:
            for file in (self.folder / "state").glob("goalbook.db*"):
                shutil.copy(file, copy)
            with contextlib.closing(sqlite3.connect(pathlib.Path(copy) / "goalbook.db")) as database:
                return database.execute(f"SELECT {columns} FROM mails ORDER BY rowid").fetchall()
