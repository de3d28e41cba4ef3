"""Somebody at work on the results of several towns, who remembers what should still be there."""
import hashlib
import json
import os
import random
import re
import signal
import subprocess
import time

from answers.sheets import NAME, STATES, Sheet, texts
from checking import PROGRAM
from nightly.place import town

NONE = ("待改", "", "")


class Desk:
    """Towns, their inputs and their results; a round is some work on them and a run."""

    def __init__(self, folder, inputs, results, command):
        self.folder, self.inputs, self.results, self.command = folder, inputs, results, command
        self.towns = {}
        self.answers = {}
        self.unread, self.damaged, self.files = {}, {}, {}
        self.lost, self.strange, self.kills, self.count = [], [], 0, 0
        # What the next run must name, by the note beside it; and the towns whose sheets were worked on since the last run.
        self.told, self.touched = {}, set()
        # The findings that were answered since: nobody answers one twice without seeing what became of it.
        self.fresh = set()
        self.length = 1.0
        for number in range(3):
            self.write_input(number)

    # The inputs.

    def write_input(self, number):
        """The town with another sum, and with rows that are right, wrong or wrong in another way."""
        text = town(number, random.randint(100, 9_999) / 100)
        text = re.sub(r"(?m)^\t([≥≤=]\S*)$", lambda found: "\t" + random.choice([found[1], "≥", "万元", "万元", "≥95百分比"]), text)
        self.towns[number] = text
        (self.inputs / f"{number}.txt").write_text(text, encoding="utf-8")

    def input(self):
        number = random.choice(list(self.towns))
        if random.random() < 0.3 and len(list(self.inputs.glob("*.txt"))) > 1:
            (self.inputs / f"{number}.txt").unlink(missing_ok=True)
        else:
            self.write_input(number)

    # The sheets.

    def sheets(self):
        return sorted(self.results().glob(f"*/{NAME}"))

    def open(self, *, untouched=False):
        """A sheet that can be worked on; whoever spoils one has not just filled it in."""
        for path in random.sample(self.sheets(), len(self.sheets())):
            if untouched and path.parent.name in self.touched:
                continue
            try:
                sheet = Sheet(path)
            except Exception:  # noqa: BLE001 -- one that was damaged before and not replaced yet
                continue
            if sheet.is_whole:
                self.touched.add(path.parent.name)
                return sheet
        return None

    def write(self, sheet, row, words):
        """What stood there was this person's to overwrite."""
        self.unread.pop(sheet.words(row)[1], None)
        sheet.write(row, words)

    def overwrite(self, path, content):
        """Likewise a whole file."""
        old = path.read_bytes()
        self.files.pop(old, None)
        self.damaged.pop(hashlib.sha256(old).hexdigest(), None)
        fresh = path.with_name("~$neu")
        fresh.write_bytes(content)
        fresh.rename(path)

    def answer(self, sheet, row, fingerprint):
        words = random.choice(STATES), f"说明{self.count}-{random.randint(0, 10**9)}", random.choice(["", "王会计"])
        if random.random() < 0.1:
            words = NONE
        self.write(sheet, row, words)
        self.answers[sheet.path.parent.name, fingerprint] = words
        self.fresh.add((sheet.path.parent.name, fingerprint))

    def rows(self, sheet):
        town = sheet.path.parent.name if sheet else ""
        return [pair for pair in sheet.rows().items() if (town, pair[0]) not in self.fresh] if sheet else []

    def edit(self):
        sheet = self.open()
        rows = self.rows(sheet)
        for fingerprint, row in random.sample(rows, min(len(rows), random.randint(1, 3))):
            self.answer(sheet, row, fingerprint)
        if rows:
            sheet.save()

    def misspell(self):
        sheet = self.open()
        rows = self.rows(sheet)
        if not rows:
            return
        fingerprint, row = random.choice(rows)
        note = f"错字{self.count}-{random.randint(0, 10**9)}"
        self.write(sheet, row, (random.choice(["算了", "同意", "已整改", "?"]), note, ""))
        self.unread[note] = sheet.path.parent.name
        self.told[note] = sheet.address(row, "状态")
        others = [pair for pair in rows if pair[0] != fingerprint]
        for other, place in random.sample(others, min(len(others), 1)):
            self.answer(sheet, place, other)
        sheet.save()

    def spoil(self):
        """The head is not what it was: nothing of the sheet can be read, and nothing of it may go."""
        sheet = self.open(untouched=True)
        rows = list(sheet.rows().values()) if sheet else []
        if not rows:
            return
        note = f"坏表{self.count}-{random.randint(0, 10**9)}"
        self.write(sheet, random.choice(rows), ("同意保留", note, ""))
        if random.random() < 0.5:
            sheet.rename(random.choice(["状态", "说明", "编号", "经办人", "年度"]), "别的")
        else:
            sheet.remove(random.choice(["状态", "编号", "年度"]))
        self.unread[note] = sheet.path.parent.name
        self.told[note] = "表头"
        sheet.save()

    def truncate(self):
        paths = [path for path in self.sheets() if path.parent.name not in self.touched]
        if not paths:
            return
        path = random.choice(paths)
        self.touched.add(path.parent.name)
        whole = path.read_bytes()
        part = whole[:random.randint(0, len(whole) - 1)] + f"{self.count}".encode()
        self.unread = {note: name for note, name in self.unread.items() if note not in texts(path)}
        self.overwrite(path, part)
        self.damaged[hashlib.sha256(part).hexdigest()] = path.parent.name

    def correct(self):
        """Somebody puts right what could not be read on a sheet that was laid aside."""
        aside = sorted(self.results().glob("*/审核意见表（未读入*.xlsx"))
        for path in random.sample(aside, min(1, len(aside))):
            try:
                sheet = Sheet(path)
                rows = sheet.rows()
            except Exception:  # noqa: BLE001 -- a damaged one, or one without a head, stays
                continue
            if not sheet.is_whole:
                continue
            for fingerprint, row in rows.items():
                state, note, person = sheet.words(row)
                if note in self.unread and state not in STATES and (path.parent.name, fingerprint) not in self.fresh:
                    self.fresh.add((path.parent.name, fingerprint))
                    sheet.write(row, ("退回", note, person))
                    del self.unread[note]
                    self.answers[path.parent.name, fingerprint] = ("退回", note, person)
            sheet.save()

    # What people put beside the results.

    def put(self):
        folders = [self.results(), *(path.parent for path in self.sheets())]
        place = random.choice(folders) / random.choice(["", "我的材料", "我的材料/更深"])
        place.mkdir(parents=True, exist_ok=True)
        path = place / f"备注{self.count}.{random.choice(['txt', 'docx', 'xlsx'])}"
        path.write_text(f"备注{self.count}", encoding="utf-8")
        self.files[path.read_bytes()] = path.name

    def change(self):
        path = random.choice([self.results() / "index.html", *(path.parent / "facts.json" for path in self.sheets())])
        text = path.read_bytes() + f" {self.count} ".encode()
        self.overwrite(path, text)
        self.files[text] = path.name

    # The runs.

    def run(self, *, kill):
        words = [str(word) for word in (PROGRAM, *self.command)]
        began = time.monotonic()
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True)
        if kill:
            try:
                process.wait(random.uniform(0, self.length * 1.1))
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                self.kills += 1
        words = process.communicate()[1]
        if not kill:
            self.length = time.monotonic() - began
            if process.returncode not in (0, 3):
                self.strange.append(f"第{self.count}轮退出码{process.returncode}：{words[:200]}")
            for note, place in self.told.items():
                if note in self.unread and place not in words:
                    self.strange.append(f"第{self.count}轮没有说明{place}：{words[:200]}")
            self.told, self.touched, self.fresh = {}, set(), set()

    def round(self):
        self.count += 1
        work = [self.edit, self.edit, self.edit, self.misspell, self.spoil, self.truncate, self.correct, self.put, self.change, self.input]
        for act in random.sample(work, random.randint(1, 3)):
            act()
            if random.random() < 0.25:
                self.run(kill=True)
        self.run(kill=False)
        self.look()

    # What is there.

    def look(self):
        folder = self.results()
        store = folder / "审核答复.json"
        entries = json.loads(store.read_text(encoding="utf-8"))["answers"] if store.exists() else []
        kept = {}
        for entry in entries:
            for name in [entry["fingerprint"], *entry.get("formerly", [])]:
                kept[entry["town"], name] = (entry["status"], entry["note"], entry["person"])
        for key, words in list(self.answers.items()):
            if kept.get(key, NONE) != words:
                self.lose(f"{key}的答复{words}，留下的是{kept.get(key)}", self.answers, key)
        inputs = "".join(path.read_text(encoding="utf-8") for path in self.inputs.glob("*.txt"))
        for path in self.sheets():
            try:
                sheet = Sheet(path)
            except Exception:  # noqa: BLE001 -- of a town that is not in this run
                continue
            # That of a town without input is carried over as it stands; its answers are in the file.
            if not sheet.is_whole or path.parent.name.split("-")[2] not in inputs:
                continue
            for fingerprint, row in sheet.rows().items():
                key = (path.parent.name, fingerprint)
                if key in self.answers and sheet.words(row)[0] in STATES and sheet.words(row) != self.answers[key]:
                    self.lose(f"{key}在表上是{sheet.words(row)}，应为{self.answers[key]}", self.answers, key)
        self.look_aside(folder)
        found = {path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for content, name in list(self.files.items()):
            if content not in found:
                self.lose(f"文件{name}", self.files, content)

    def look_aside(self, folder):
        asides = {}
        for path in folder.glob("*/审核意见表*.xlsx"):
            asides.setdefault(path.parent.name, []).append(path)
        words = {town: set().union(*map(texts, paths)) for town, paths in asides.items()}
        hashes = {hashlib.sha256(path.read_bytes()).hexdigest() for paths in asides.values() for path in paths}
        for note, name in list(self.unread.items()):
            if note not in words.get(name, set()):
                self.lose(f"没有读入的{note}", self.unread, note)
        for digest, name in list(self.damaged.items()):
            if digest not in hashes:
                self.lose(f"{name}的坏表", self.damaged, digest)

    def lose(self, what, place, key):
        del place[key]
        self.lost.append(f"第{self.count}轮：{what}")
