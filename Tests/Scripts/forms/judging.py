"""Compares what goalbook read with the right answer, and adds up over all files."""
import json
import re

# Diagnostics that would be false where the right answer shows that a table, a year, a unit, an amount stands there.
DOUBTED = ("table-missing", "year-unknown", "money-unit-missing", "amount-unreadable")
PLACES = ("town", "county", "fiscalYear", "overallGoal")
AMOUNTS = ("budgetFen", "fiscalFen", "otherFen")
PLAIN = str.maketrans("(),:;", "（），：；", "\n\r \u3000\xa0")
NARROW = str.maketrans("０１２３４５６７８９．％＝＞＜", "0123456789.%=><")


def plain(text):
    """Without blanks, whose width is no matter of reading, nor that of punctuation."""
    return str(text or "").translate(PLAIN)


def value(text):
    """A value in normal form: `>=` and 大于等于 are ≥."""
    text = plain(text).translate(NARROW)
    for words, sign in ((">=", "≥"), ("<=", "≤"), ("大于等于", "≥"), ("小于等于", "≤"), ("等于", "=")):
        if text.startswith(words):
            text = sign + text.removeprefix(words)
    return re.sub(r"(\d)，(?=\d{3}(?!\d))", r"\1", text)


def row(category, kind, name, target):
    """A name may have a printed number before it."""
    return plain(category), plain(kind), re.sub(r"^(指标\d+：|\d+[.、．])", "", plain(name)), value(target)


class Verdict:
    """One file: how much of each kind was right, and what differs."""

    def __init__(self, path, right, done):
        self.path, self.differences, self.false = path, [], []
        self.counts = {kind: [0, 0] for kind in ("rows", "amounts", "names", "goals", "places")}
        self.wrong_figures = self.phantoms = self.raised = 0
        self.code = done.returncode
        try:
            books = json.loads(done.stdout)["books"]
        except (ValueError, KeyError):
            books = []
        self.wanted = right["projects"]
        # Units with codes of their own make books of their own.
        self.read = [project for book in books for project in book["projects"]]
        self.diagnostics(right, books)
        if self.wanted or right.get("overallGoal"):
            self.places(right, books, done.stderr)
        if not self.wanted:
            self.ghosts()
        elif len(self.read) != len(self.wanted):
            names = ["、".join(one["name"] for one in side) for side in (self.read, self.wanted)]
            self.differs(f"项目读作{len(self.read)}个（{names[0]}），应为{len(self.wanted)}个（{names[1]}）")
            self.phantoms += max(0, len(self.read) - len(self.wanted))
        for place in range(len(self.wanted)):
            self.project(place)

    def differs(self, text):
        self.differences.append(text)

    def take(self, kind, what, got, wanted):
        """One thing of a kind; whether it is right."""
        right = got == wanted if kind == "amounts" else plain(got) == plain(wanted)
        self.counts[kind][0] += right
        self.counts[kind][1] += 1
        if not right:
            self.differs(f"{what}读作{got!r}，应为{wanted!r}")
        return right

    def diagnostics(self, right, books):
        shown = {
            "table-missing": self.wanted or right.get("overallGoal"), "year-unknown": right.get("fiscalYear"),
            **dict.fromkeys(DOUBTED[2:], any(one["budgetFen"] is not None for one in self.wanted))}
        for book in books:
            for note in book["diagnostics"]:
                if note["id"] in DOUBTED:
                    self.raised += 1
                    if shown[note["id"]]:
                        self.false.append(f"误报：{note['message']}[{note['id']}]")

    def places(self, right, books, errors):
        if not books:
            self.differs(f"没有读出：{errors.strip().partition(chr(10))[0]}")
        book = books[0] if books else {}
        for key in PLACES:
            if right.get(key) is not None:
                self.take("places", key, book.get(key), right[key])

    def ghosts(self):
        names = [one["name"] for one in self.read if one.get("budgetFen") or one["indicators"]]
        self.phantoms += len(names)
        if names:
            self.differs(f"没有项目，读出{len(names)}个：{'、'.join(names[:4])}")

    def match(self, place):
        """What was read for a project: of its name, or else in its place."""
        wanted = self.wanted[place]
        same = [one for one in self.read if plain(one["name"]) == plain(wanted["name"])]
        if same:
            return same[0]
        return self.read[place] if len(self.read) == len(self.wanted) else {}

    def project(self, place):
        wanted, got = self.wanted[place], self.match(place)
        label = wanted["name"]
        for key in ("name", "unitName"):
            self.take("names", f"{label} {key}", got.get(key), wanted[key])
        for key in AMOUNTS:
            # Where the form does not say it, nothing is judged.
            if wanted[key] is not None and not self.take("amounts", f"{label} {key}", got.get(key), wanted[key]):
                self.wrong_figures += got.get(key) is not None
        self.take("goals", f"{label} 绩效目标", "".join(got.get("goals", [])), "".join(wanted["goals"]))
        have = [row(one["category"], one["type"], one["name"], one["target"]["text"]) for one in got.get("indicators", [])]
        ought = [row(*cells) for cells in wanted["indicators"]]
        rest = list(have)
        for cells in ought:
            if cells in rest:
                rest.remove(cells)
                self.counts["rows"][0] += 1
        self.counts["rows"][1] += len(ought)
        self.phantoms += max(0, len(have) - len(ought))
        if have != ought:
            first = next(((mine, right) for mine, right in zip(have, ought) if mine != right), None)
            where = f"，先是{'|'.join(first[0])}，应为{'|'.join(first[1])}" if first else ""
            self.differs(f"{label} 指标读作{len(have)}行，应为{len(ought)}行{where}")
