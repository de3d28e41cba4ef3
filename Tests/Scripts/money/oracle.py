"""What an amount or a row of shares says; shares nothing with goalbook."""
import re
from decimal import Decimal

UNITS = {"元": 100, "百元": 10**4, "千元": 10**5, "万元": 10**6, "十万元": 10**7, "百万元": 10**8, "千万元": 10**9, "亿元": 10**10}
# How else a unit is written behind a number.
SPELLINGS = {**UNITS, "万": 10**6, "亿": 10**10, "元整": 100, "圆": 100, "万元整": 10**6, "仟元": 10**5, "角": 10, "人民币元": 100}
LARGEST = 10**14
DIGITS = "零一二三四五六七八九"
STEPS = {"十": 10, "百": 100, "千": 1000}


def narrow(text):
    """Full-width ASCII forms as plain ones."""
    return "".join(chr(ord(sign) - 0xFEE0) if "\uff01" <= sign <= "\uff5e" else sign for sign in text)


def number(text):
    """A decimal number, or None; separators make groups of three, all of one kind."""
    text = text.strip()
    if re.fullmatch(r"\d+(\.\d+)?", text, re.A):
        plain = text
    elif re.fullmatch(r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?|[1-9]\d{0,2}([ \xa0]\d{3})+(\.\d+)?", text, re.A):
        plain = re.sub(r"[, \xa0]", "", text)
    else:
        return None
    return Decimal(plain) if len(plain.replace(".", "")) <= 18 else None


def chinese(text):
    """A whole number in Chinese figures, or None; right for what `figures` writes."""
    if not re.fullmatch(r"[零一二三四五六七八九十百千万]+", text):
        return None
    total = 0
    for part in text.split("万"):
        section, digit = 0, 0
        for sign in part:
            if sign in STEPS:
                section, digit = section + (digit or 1) * STEPS[sign], 0
            else:
                digit = DIGITS.index(sign)
        total = total * 10**4 + section + digit
    return total if figures(total) == text else None


def figures(value):
    """A whole number below a hundred million in Chinese figures."""
    if value >= 10**4:
        rest = value % 10**4
        return figures(value // 10**4) + "万" + (("零" if rest < 1000 else "") + figures(rest) if rest else "")
    text, gap = "", False
    for step, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, step)
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + sign
        gap = digit == 0
    return text.removeprefix("一") if re.match("一十", text) else text or "零"


def amount(text, unit):
    """An amount in 分, "blank", or None for what is no amount; `unit` in 分, None where nobody knows it."""
    text = narrow(text).strip(" \u3000\xa0\n")
    if text in ("", "-", "—", "/", "无"):
        return "blank"
    text = re.sub(r"^(¥|￥|人民币)[ \xa0]*", "", text)
    if (plain := number(text)) is not None:
        return whole(plain, unit)
    if (found := re.fullmatch(r"([零一二三四五六七八九十百千万]+)元", text)) and chinese(found[1]) is not None:
        return whole(Decimal(chinese(found[1])), 100)
    units = "|".join(sorted(SPELLINGS, key=len, reverse=True))
    parts, least, total = text, None, 0
    while parts:
        found = re.match(rf"(?P<number>[^万亿千百元圆角]+?|[零一二三四五六七八九十百千万]+?)[ \xa0]*(?P<unit>{units})\s*(?=[\d]|$)", parts)
        if not found:
            return None
        value = number(found["number"])
        value = chinese(found["number"]) if value is None else value
        size = SPELLINGS[found["unit"]]
        fen = None if value is None else whole(Decimal(value), size)
        if fen is None or (least is not None and (size >= least or fen >= least)):
            return None
        total, least, parts = total + fen, size, parts[found.end():]
    return total


def whole(value, unit):
    if unit is None or value * unit != int(value * unit) or value * unit > LARGEST:
        return None
    return int(value * unit)


def plan(cells):
    """What a row of shares says: a percentage a cell, "blank", or None for what cannot be known."""
    plain = [number(narrow(cell)) for cell in cells]
    written = [value for cell, value in zip(cells, plain) if cell]
    only = all(value is not None for value in written)
    below = [value for value in written if value is not None and value != 0]
    if only and below and written[-1] == 1 and all(value <= 1 for value in below):
        return ["blank" if not cell else value * 100 for cell, value in zip(cells, plain)]
    mixed = any(value < 1 for value in below) or (not only and 1 in below)
    result = []
    for cell, value in zip(cells, plain):
        share = value
        if cell and value is None:
            word = narrow(cell).strip()
            if found := re.fullmatch(r"百分之(.+)", word):
                share = 100 if found[1] == "百" else number(found[1]) if chinese(found[1]) is None else chinese(found[1])
            else:
                share = number(word[:-1]) if word.endswith("%") else None
        unclear = mixed and value is not None and 0 < value <= 1
        known = share is not None and not unclear and share <= 100 and share * 10**4 == int(share * 10**4)
        result.append("blank" if not cell else Decimal(share) if known else None)
    return result
