"""Values of indicators and amounts as forms print them."""
import dataclasses
from decimal import Decimal

WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")
SIGN_WORDS = {"≥": "大于等于", "≤": "小于等于", "=": "等于"}


def value(form, one):
    """Sign, number and unit in one cell."""
    if not one.number:
        return one.text
    sign, number, unit = one.sign, one.number, one.unit
    style = form.choose("value-style", "symbol 66", "bare 6", "word 6", "over 6", "dayu 4", "ascii 4", "spaced 4", "fullwidth 2", "mixed 4")
    if style == "mixed":
        style = form.random.choice(["symbol", "bare", "word", "over"])
    if style == "fullwidth":
        return sign.replace("=", "＝") + number.translate(WIDE) + unit.replace("%", "％")
    before = {
        "bare": "", "over": "", "word": {"≥": "不低于" if "%" in unit else "不少于", "≤": "不超过", "=": ""}[sign], "dayu": SIGN_WORDS[sign],
        "ascii": {"≥": ">=", "≤": "<=", "=": "="}[sign], "spaced": sign + " "}.get(style, sign)
    behind = {"≥": "以上", "≤": "以内", "=": ""}[sign] if style == "over" else ""
    return before + number + (" " if style == "spaced" else "") + unit + behind


def other_value(form, one, factor=None):
    """The value of another year or of a whole period."""
    if one.number:
        number = Decimal(one.number)
        if "%" in one.unit or "‰" in one.unit:
            number = max(Decimal(0), number - form.random.randint(1, 3))
        elif factor:
            number *= factor
        else:
            number = number * form.random.choice([80, 85, 90, 95, 110]) // 100
        one = dataclasses.replace(one, number=format(number.normalize(), "f"))
    return value(form, one)


def amount(form, fen, in_cell=True):
    """An amount as it is printed; a number in a workbook where it has the cell to itself."""
    number_cell = in_cell and form.format == "xlsx"
    if form.choices["money-unit"] == "元":
        style, number = form.choose("money-format", "comma 6", "plain 4"), Decimal(fen) / 100
        if number_cell:
            return f"#{number:f}@#,##0.00" if style == "comma" else f"#{number.normalize():f}"
        return f"{number:,.2f}" if style == "comma" else f"{number.normalize():f}"
    style, number = form.choose("money-format", "two 6", "trim 5", "four 1", "six 1"), Decimal(fen) / 1000000
    two = style == "two" and number.quantize(Decimal("0.01")) == number
    if number_cell:
        return f"#{number:f}@0.00" if two else f"#{number.normalize():f}"
    if two:
        return f"{number:.2f}"
    if style == "four" and number.quantize(Decimal("0.0001")) == number:
        return f"{number:.4f}"
    return f"{number:.6f}" if style == "six" else f"{number.normalize():f}"


def parts(form, whole, count):
    """So many amounts that sum to a whole."""
    found = []
    for _ in range(count - 1):
        found.append(int(whole * form.random.randint(30, 70) // 100 // 10000 * 10000))
        whole -= found[-1]
    return [*found, whole]
