"""Finished PDFs as a reader's eye sees them: elements of the structure with their lines, and upright rules."""
import collections
import ctypes
import pathlib
import re

import pikepdf

Line = collections.namedtuple("Line", "page y left right size text")
TABLE = ("TD", "TH")


class Words:
    """The word boundaries of ICU, by its dictionary of Chinese."""

    def __init__(self):
        path = max(pathlib.Path("/usr/lib").glob("*/libicuuc.so.??"))
        self.library, version = ctypes.CDLL(str(path)), path.name[-2:]
        self.function = lambda name: getattr(self.library, f"{name}_{version}")
        self.function("ubrk_open").restype = ctypes.c_void_p

    def boundaries(self, text):
        """The places between two characters where a word ends."""
        units = text.encode("utf-16-le")
        buffer, status = ctypes.create_string_buffer(units + b"\0\0"), ctypes.c_int(0)
        found, place = set(), 0
        iterator = ctypes.c_void_p(self.function("ubrk_open")(1, b"zh", buffer, len(units) // 2, ctypes.byref(status)))
        while place >= 0:
            found.add(place)
            place = self.function("ubrk_next")(iterator)
        self.function("ubrk_close")(iterator)
        return found


class Font:
    """What the codes of a font say and how wide they are, in thousandths of its size."""

    def __init__(self, font):
        self.wide = str(font.Subtype) == "/Type0"
        self.widths, self.texts = {}, {}
        if self.wide:
            inner = font.DescendantFonts[0]
            self.default = float(inner.get("/DW", 1000))
            entries = list(inner.get("/W", []))
            while entries:
                first = int(entries.pop(0))
                if isinstance(entries[0], pikepdf.Array):
                    for offset, width in enumerate(entries.pop(0)):
                        self.widths[first + offset] = float(width)
                else:
                    last, width = int(entries.pop(0)), float(entries.pop(0))
                    self.widths.update((code, width) for code in range(first, last + 1))
        else:
            self.default, first = 0.0, int(font.FirstChar)
            self.widths = {first + offset: float(width) for offset, width in enumerate(font.Widths)}
        self.read_map(font.ToUnicode.read_bytes().decode("latin-1"))

    def read_map(self, text):
        for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.S):
            for code, value in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
                self.texts[int(code, 16)] = bytes.fromhex(value).decode("utf-16-be")
        for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.S):
            for low, values in re.findall(r"<([0-9A-Fa-f]+)>\s*<[0-9A-Fa-f]+>\s*\[(.*?)\]", block, re.S):
                for offset, value in enumerate(re.findall(r"<([0-9A-Fa-f]+)>", values)):
                    self.texts[int(low, 16) + offset] = bytes.fromhex(value).decode("utf-16-be")
            block = re.sub(r"<[0-9A-Fa-f]+>\s*<[0-9A-Fa-f]+>\s*\[.*?\]", "", block, flags=re.S)
            for low, high, value in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
                for offset in range(int(high, 16) - int(low, 16) + 1):
                    self.texts[int(low, 16) + offset] = chr(int(value, 16) + offset)

    def glyphs(self, string):
        step = 2 if self.wide else 1
        for place in range(0, len(string) - step + 1, step):
            code = int.from_bytes(string[place:place + step], "big")
            yield self.texts.get(code, ""), self.widths.get(code, self.default)


class Pages:
    """The elements of a PDF in reading order, and what stands on its pages."""

    def __init__(self, path):
        self.pdf = pikepdf.open(path)
        self.fonts = {}
        self.pieces, self.rules = {}, []
        self.numbers = {page.objgen: index for index, page in enumerate(self.pdf.pages)}
        for index, page in enumerate(self.pdf.pages):
            self.rules.append([])
            self.read(index, page)

    def font(self, page, name):
        font = page.Resources.Font[name]
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = Font(font)
        return self.fonts[font.objgen]

    def read(self, index, page):
        matrix, stack, text, font, size, start = (1, 0, 0, 1, 0, 0), [], (1, 0, 0, 1, 0, 0), None, 0, None
        marks = []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name == "q":
                stack.append(matrix)
            elif name == "Q":
                matrix = stack.pop()
            elif name == "cm":
                matrix = product([float(value) for value in operands], matrix)
            elif name == "BDC":
                held = operands[1]
                marks.append(int(held.MCID) if isinstance(held, pikepdf.Dictionary) and "/MCID" in held else None)
            elif name == "BMC":
                marks.append(None)
            elif name == "EMC":
                marks.pop()
            elif name == "BT":
                text = (1, 0, 0, 1, 0, 0)
            elif name == "Tf":
                font, size = self.font(page, operands[0]), float(operands[1])
            elif name == "Tm":
                text = tuple(float(value) for value in operands)
            elif name == "Td":
                text = product((1, 0, 0, 1, float(operands[0]), float(operands[1])), text)
            elif name in ("Tj", "TJ"):
                mark = marks[-1] if marks else None
                items = operands[0] if name == "TJ" else [operands[0]]
                text = self.show(index, mark, items, font, size, product(text, matrix), text)
            elif name == "m":
                start = point(matrix, operands)
            elif name == "l" and start:
                end = point(matrix, operands)
                if abs(start[0] - end[0]) < 0.05 and abs(start[1] - end[1]) > 2:
                    self.rules[index].append((round(end[0], 1), min(start[1], end[1]), max(start[1], end[1])))

    def show(self, index, mark, items, font, size, place, text):
        height = abs(place[3]) * size
        unit = size * place[0] / 1000
        x, moved = place[4], 0.0
        for item in items:
            if not isinstance(item, pikepdf.String):
                moved -= float(item)
                continue
            for sign, width in font.glyphs(bytes(item)):
                left = x + moved * unit
                moved += width
                self.pieces.setdefault((index, mark), []).append((place[5], left, left + width * unit, height, sign))
        return product((1, 0, 0, 1, moved * size / 1000, 0), text)

    def lines(self, page, mark):
        """The lines of a marked piece of a page, from top to bottom."""
        rows = []
        for sign in self.pieces.get((page, mark), []):
            if rows and abs(rows[-1][-1][0] - sign[0]) < 2:
                rows[-1].append(sign)
            else:
                rows.append([sign])
        return [
            Line(page, row[0][0], min(sign[1] for sign in row), max(sign[2] for sign in row), max(sign[3] for sign in row),
                 "".join(sign[4] for sign in sorted(row, key=lambda sign: sign[1]))) for row in rows]

    def elements(self):
        """Role, ancestors and lines of each element that holds text."""
        yield from self.walk(self.pdf.Root.StructTreeRoot.K, None, ())

    def walk(self, node, page, above):
        if isinstance(node, pikepdf.Array):
            for kid in node:
                yield from self.walk(kid, page, above)
            return
        if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
            return
        role = str(node.S)[1:]
        page = self.numbers.get(node.Pg.objgen, page) if "/Pg" in node else page
        lines = []
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                lines += self.lines(page, kid)
            elif isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
                lines += self.lines(self.numbers.get(kid.Pg.objgen, page) if "/Pg" in kid else page, int(kid.MCID))
        if lines:
            yield role, above, [line for line in lines if line.text.strip()]
        yield from self.walk(kids if isinstance(kids, pikepdf.Array) else pikepdf.Array([kids]) if isinstance(
            kids, pikepdf.Dictionary) else pikepdf.Array(), page, (*above, role))


def product(a, b):
    """One matrix after the other."""
    return (a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
            a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5])


def point(matrix, operands):
    x, y = float(operands[0]), float(operands[1])
    return matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]
