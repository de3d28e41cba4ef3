"""What towns write in cells of amounts and shares, well and badly."""
from decimal import Decimal

from money.oracle import SPELLINGS, UNITS, figures

FOREIGN = ["美元", "万美元", "港币", "万欧元", "斤", "元/人", "英镑", "日元"]
FIELDS = {"budgetFen": "预算数", "fiscalFen": "财政资金", "otherFen": "其他资金"}
DATES = {"3月底": "03-31", "6月底": "06-30", "10月底": "10-31", "12月底": "12-31"}
BLANKS = ["", "", " ", "\u3000", "\xa0", "  "]


def stated(draw, unit):
    """A line that states a unit."""
    blank, colon = draw.choice(BLANKS), draw.choice("：：:")
    gap = blank or " "
    ways = [
        f"单位{colon}{blank}{unit}", f"单{gap}位{colon}{unit}", f"单位{gap}{colon}{unit}", f"金额单位{colon}{unit}",
        f"（单位{colon}{unit}）", f"单位{colon}人民币{blank}{unit}", f"单位{colon}{unit}（人民币）",
        f"币种{colon}人民币{gap}单位{colon}{unit}", f"计量单位{colon}{blank}{unit}", f"单位（{unit}）", f"货币单位{colon}{unit}"]
    foreign = [ways[0], ways[1], ways[2], ways[3], ways[4], ways[8]]
    return draw.choice(ways if unit in UNITS else foreign)


def heading(draw, words, unit):
    """The heading of a column with its unit."""
    ways = [f"{words}（{unit}）", f"{words}({unit})", f"{words}（单位：{unit}）", f"{words} （ {unit} ）", f"{words}【{unit}】"]
    more = [f"{words}/{unit}", f"{words}（人民币{unit}）", f"{words}{unit}", f"{words}：{unit}"]
    return draw.choice(ways + more if unit in UNITS else ways)


def grouped(text, mark):
    before, _, behind = text.partition(".")
    return f"{int(before):,}".replace(",", mark) + ("." + behind if behind else "")


def written(draw, unit):
    """A cell of an amount in a table whose unit is so many 分."""
    size = draw.choice([unit or 10**6, draw.choice(list(UNITS.values()))]) if draw.random() < 0.3 else unit or 10**6
    places = draw.choice([0, 0, 1, 2, 2])
    value = Decimal(draw.randrange(1, 10 ** draw.randrange(1, 7))) / 10**places
    text = f"{value:f}"
    own = next(name for name, fen in UNITS.items() if fen == size)
    behind = draw.choice([own, draw.choice([name for name, fen in SPELLINGS.items() if fen == size])])
    ways = {
        "plain": 20, "comma": 8, "blank": 4, "wide": 3, "unit": 12, "sign": 3, "figures": 4, "parts": 3, "nothing": 3, "two": 5, "broken": 8,
        "minus": 3, "about": 2, "raised": 2, "foreign": 3, "many": 1}
    way = draw.choices(list(ways), list(ways.values()))[0]
    if size != unit and way in ("plain", "comma", "blank", "wide"):
        way = "unit"
    if way in ("comma", "blank"):
        return grouped(text, "," if way == "comma" else draw.choice([" ", "\xa0"]))
    if way == "wide":
        return "".join(chr(ord(sign) + 0xFEE0) for sign in grouped(text, ","))
    if way == "unit":
        return grouped(text, draw.choice(["", ","])) + draw.choice(["", " ", "\xa0"]) + behind
    if way == "sign":
        return draw.choice(["¥", "￥", "¥ ", "人民币"]) + text + draw.choice(["元", "", "万元"])
    if way == "figures":
        return figures(draw.randrange(1, 10**7)) + "元"
    if way == "parts":
        if draw.random() < 0.5:
            return f"{draw.randrange(1, 9)}亿{draw.randrange(1, 9999)}万元"
        return f"{draw.randrange(1, 99)}万{draw.randrange(1, 12000)}元"
    if way == "nothing":
        return draw.choice(["", "-", "—", "无"])
    if way == "two":
        return text + draw.choice(["\n", "\u3000", "  ", " ", "、", "/"]) + f"{draw.randrange(1, 10**4)}"
    if way == "broken":
        place = draw.randrange(len(text) + 1)
        return text[:place] + draw.choice([",", ".", " ", "\n", "，", "\u3000"]) + text[place:]
    if way == "minus":
        return draw.choice(["-", "－", "负"]) + text
    if way == "about":
        return draw.choice(["约" + text, text + "左右", "≤" + text, text + "余"])
    if way == "raised":
        return draw.choice(["10⁴", "½", text + "⁴", "1½"])
    if way == "foreign":
        return text + draw.choice(["美元", "万美元", "元/人", "人", "户", "%"])
    return "9" * draw.randrange(15, 22) if way == "many" else text


def shares(draw):
    """The cells below the dates of a plan."""
    steps = sorted(draw.randrange(0, 101) for _ in range(3)) + [100]
    way = draw.randrange(12)
    if way < 4:
        return [f"{step}%" for step in steps]
    if way < 6:
        return [draw.choice([f"{step}", f"{step}.0", f"{step}%", f"{step}％"]) for step in steps]
    if way < 8:
        return [f"{Decimal(step) / 100:f}" for step in steps]
    if way == 8:
        return [f"{Decimal(step) / 100:f}" for step in steps[:3]] + ["100%"]
    if way == 9:
        return ["百分之" + (figures(step) if step < 100 else "百") for step in steps]
    cells = [f"{step}%" for step in steps]
    place = draw.randrange(4)
    cells[place] = draw.choice(["", "25 50%", "120%", "0.5", "1", "过半", "5\n6%", "33.33333%", "-5%", "５０％", "½"])
    return cells


class Case:
    """One project with what its cells say."""

    def __init__(self, draw, number, units):
        self.number, self.units = number, units
        self.name = f"第{number}期河渠清理{figures(number)}"
        self.cells = {field: written(draw, units[field]) for field in FIELDS}
        self.plan = shares(draw)
        self.code = f"13990126P00311{number:07}"[:21]
        self.row = None


def units_of(draw):
    """A word for the unit of a document, and its size."""
    if draw.random() < 0.12:
        return draw.choice(FOREIGN), None
    name = draw.choice(list(UNITS) + ["元", "万元", "万元"])
    return name, UNITS[name]
