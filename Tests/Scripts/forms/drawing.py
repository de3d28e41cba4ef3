"""What is drawn by lot for one file, and the labels and texts that come of it."""
import random
import re
from decimal import Decimal

from forms.words import BUREAUS, COUNTIES, GIVEN_NAMES, PLACE_FIRST, PLACE_SECOND, SURNAMES, TOWNS, VILLAGES, labels

# What only stands before a label that is numbered when the rows are put together.
NUMBERED = "\0"


class Draw:
    """One file: its lots, and what they gave, which holds for all its forms."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.choices, self.kept, self.looks = {}, {}, {}
        self.evaluates = False

    def pick(self, ways):
        """One of (what, weight)."""
        rest = self.random.random() * sum(weight for _, weight in ways)
        for what, weight in ways:
            rest -= weight
            if rest < 0:
                return what
        return ways[-1][0]

    def choose(self, key, *ways):
        """A choice that is the same for all forms of the file; a way is "what weight"."""
        if key not in self.choices:
            parts = [way.rpartition(" ") for way in ways]
            self.choices[key] = self.pick([(what, float(weight)) for what, _, weight in parts])
        return self.choices[key]

    def yes(self, key, share):
        return self.choose(key, f"yes {share:g}", f"no {1 - share:g}") == "yes"

    # Labels.
    def plain(self, key):
        """What a label is called, without what stands around it."""
        name = f"label:{key}"
        if name not in self.choices:
            self.choices[name] = self.pick(labels()[key])
        year = self.year
        return self.choices[name].replace("{Y}", str(year)).replace("{A}", str(year)).replace("{B}", str(year + 2))

    def dressed(self, text, required=False):
        style = self.choose("labels", "plain 70", "colon 10", "spaced 8", "required 5", "broken 4", "numbered 3")
        if style == "colon":
            return text + "："
        if style == "spaced" and len(text) == 4 and "⏎" not in text:
            return {"one": " ", "two": "  ", "wide": "　"}[self.choose("gap", "one 3", "two 2", "wide 1")].join(text)
        if style == "required" and required:
            mark = self.choose("requiredmark", "word 3", "star-before 2", "star-after 1")
            return {"word": text + "（必填）", "star-before": "*" + text, "star-after": text + "*"}[mark]
        if style == "broken" and len(text) in (4, 6) and "⏎" not in text and "（" not in text:
            return text[:len(text) // 2] + "⏎" + text[len(text) // 2:]
        return NUMBERED + text if style == "numbered" else text

    def label(self, key, required=False):
        return self.dressed(self.plain(key), required)

    # Texts.
    def fill(self, text, **more):
        """A text with what stands in braces drawn."""
        return re.sub(r"\{([^}]+)\}", lambda found: self.filled(found[1], more), text)

    def filled(self, key, more):
        draw = self.random
        if key[0] in "idh" and ":" in key:
            kind, least, most = key[0], *map(int, key[2:].split(":"))
            if kind == "i":
                return str(draw.randint(least, most))
            if kind == "h":
                return str(draw.randint(least, most) * 100 + draw.choice([0, 0, 20, 50]))
            return format(Decimal(draw.randint(max(2, least * 10), most * 10)) / 10, "f")
        if key.startswith("c:"):
            return draw.choice(key[2:].split("/"))
        if key in ("v", "v2"):
            return draw.choice(VILLAGES)
        if key == "m":
            return str(draw.randint(3, 11))
        return str(self.year if key == "Y" else more[key])

    def person(self):
        return self.random.choice(SURNAMES) + self.random.choice(GIVEN_NAMES)

    def place(self):
        """County, town and unit of the file."""
        draw = self.random
        self.county = draw.choice(PLACE_FIRST) + draw.choice(PLACE_SECOND) + self.pick(COUNTIES)
        self.town = self.county
        while self.town[:2] == self.county[:2]:
            self.town = draw.choice(PLACE_FIRST) + draw.choice(PLACE_SECOND) + self.pick(TOWNS)
        kind = self.choose("unitkind", "town 90", "bureau 6", "towncentre 4")
        office = self.town + ("办事处" if self.town.endswith("街道") else "人民政府")
        if kind == "bureau":
            office = draw.choice(BUREAUS)
        elif kind == "towncentre":
            office = self.town + draw.choice(["中心学校", "卫生院", "农业综合服务中心", "便民服务中心"])
        self.unit = self.county + office
        # Of a bureau and a school no town can be told.
        self.tells_town = kind == "town"

    def spread(self, cells, width, key, first=1):
        """Cells over so many columns; rows with equal keys break at equal columns. `first` columns for the first cell."""
        count = len(cells)
        name = ("cuts", key, count, width, first)
        if name not in self.kept:
            cuts = []
            if count > 1:
                first = min(first, width - count + 1)
                cuts = [first, *sorted(self.random.sample(range(first + 1, width), count - 2))]
            self.kept[name] = [0, *cuts, width]
        cuts, row = self.kept[name], []
        for text, begin, end in zip(cells, cuts, cuts[1:]):
            row += [text] + ["<"] * (end - begin - 1)
        return row
