"""Tables as they are written down here: `<` joins a cell with the one to its left, `^` with the one above, `⏎` breaks a line, and
`#12.5@0.00` is a number with the format that a workbook gives it."""
from decimal import Decimal


class Table:
    """A table whose merged cells are rectangles."""

    def __init__(self, rows):
        self.width = max(len(row) for row in rows)
        self.rows = [list(row) + ["<"] * (self.width - len(row)) for row in rows]
        # Row and column of the cell that covers each place, and of the last place that it covers.
        self.owner, self.last = [], {}
        for y, row in enumerate(self.rows):
            line = []
            for x, cell in enumerate(row):
                line.append(line[x - 1] if cell == "<" and x else self.owner[y - 1][x] if cell == "^" and y else (y, x))
            self.owner.append(line)
        for y, line in enumerate(self.owner):
            for x, owner in enumerate(line):
                bottom, right = self.last.get(owner, owner)
                self.last[owner] = (max(bottom, y), max(right, x))
        for (top, left), (bottom, right) in self.last.items():
            covered = {self.owner[y][x] for y in range(top, bottom + 1) for x in range(left, right + 1)}
            assert covered == {(top, left)}, ("not a rectangle", self.rows[top])

    def spans(self, y):
        """Column, text, columns and rows of the cells that begin in a row."""
        for x, owner in enumerate(self.owner[y]):
            if owner == (y, x):
                bottom, right = self.last[owner]
                yield x, self.rows[y][x], right - x + 1, bottom - y + 1


class Sheet:
    """Here a new sheet of a workbook begins."""

    def __init__(self, name):
        self.name = name


def numeral(text):
    """Value and format of `#12.5@0.00`."""
    value, _, code = text[1:].partition("@")
    return value, code


def shown(text):
    """What a reader sees in a cell."""
    if not text.startswith("#"):
        return text.replace("⏎", "\n")
    value, code = numeral(text)
    number = Decimal(value)
    if code.endswith("%"):
        places = len(code.partition(".")[2]) - 1 if "." in code else 0
        return f"{number * 100:.{places}f}%"
    if "0.00" in code:
        return format(number, ",.2f" if "#,##" in code else ".2f")
    return format(number, "f")
