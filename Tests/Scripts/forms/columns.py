"""The columns of a form's indicators: their headings, and what stands in them."""
from decimal import Decimal

from forms.grid import shown
from forms.values import SIGN_WORDS, other_value, value

LEVELS = ["l1", "l2", "n"]
SETS = {
    "plain 26": [*LEVELS, "v"], "weight-after 8": [*LEVELS, "v", "w"], "weight-before 3": [*LEVELS, "w", "v"],
    "note-after 6": [*LEVELS, "v", "note"], "explain-before 4": [*LEVELS, "explain", "v"], "explain-after 4": [*LEVELS, "v", "explain"],
    "weight-note 3": [*LEVELS, "v", "w", "note"], "rule-weight 3": [*LEVELS, "w", "rule", "v"],
    "value-weight-rule 2": [*LEVELS, "v", "w", "rule"], "value-source 3": [*LEVELS, "v", "source"],
    "sign-num-unit 8": [*LEVELS, "sign", "num", "u"], "sign-num-unit-weight 4": [*LEVELS, "sign", "num", "u", "w"],
    "num-unit-sign 2": [*LEVELS, "num", "u", "sign"], "sign-num-unit-attr-note 2": [*LEVELS, "sign", "num", "u", "attr", "explain"],
    "unit-value 2": [*LEVELS, "u", "signnum"], "value-unit 3": [*LEVELS, "signnum", "u"], "num-unit 3": [*LEVELS, "barenum", "u"],
    "subcolumns 3": [*LEVELS, "sub:sign", "sub:num", "sub:u"], "half-whole 3": [*LEVELS, "half", "whole"],
    "last-this 2": [*LEVELS, "last", "this"], "this-last 2": [*LEVELS, "this", "last"], "period-year 3": [*LEVELS, "periodv", "yearv"],
    "year-period 2": [*LEVELS, "yearv", "periodv"], "years3 1": [*LEVELS, "y-2", "y-1", "y0"],
    "applied-approved 1": [*LEVELS, "applied", "approved"], "two-level 2": ["l1", "n2", "v"], "no-level 2": ["n0", "w", "u", "sign", "num"],
    "content-name 3": ["l1", "l2", "contentname", "v", "note"], "standard-before 2": [*LEVELS, "standard", "v", "w"],
    "explain-formula-value-unit 1": [*LEVELS, "explain1", "formula", "signnum", "u"],
    "weight-direction 2": [*LEVELS, "sign", "num", "u", "w", "direction"]}
EVALUATED = {
    "se-value-actual-w-s-r 6": [*LEVELS, "v", "actual", "w", "score", "reason"],
    "se-w-value-actual-s-r 3": [*LEVELS, "w", "v", "actual", "score", "reason"], "se-value-w-actual-s 2": [*LEVELS, "v", "w", "actual", "score"],
    "se-value-actual-w-s 2": [*LEVELS, "v", "actual", "w", "score"], "se-rule 1": [*LEVELS, "w", "rule", "v", "actual", "score"],
    "se-split 1": [*LEVELS, "sign", "num", "u", "actual", "w", "score"]}
# Headings that all forms have alike, and those of which one is drawn for the file.
FIXED = {
    "applied": "申报指标值", "approved": "批复指标值", "n0": "指标名称", "n2": "指标名称", "contentname": "指标内容", "standard": "评价标准",
    "explain1": "指标解释", "formula": "计算方法", "y-2": "前年", "y-1": "上年", "y0": "预计当年实现", "sub:sign": "符号",
    "sub:num": "数值", "sub:u": "单位"}
DRAWN = {
    "half": ["半年（程）指标值", "半年指标值", "1-6月目标值", "上半年目标值"],
    "whole": ["全年（程）指标值", "全年指标值", "全年目标值", "全年目标值"],
    "last": ["上年度实际水平", "上年实际值", "上年指标值", "{L}年完成值"],
    "this": ["本年度计划水平", "本年指标值", "本年指标值", "{Y}年目标值"],
    "periodv": ["实施周期指标值", "中期指标值", "实施期指标值", "总体指标值"], "yearv": ["年度指标值"] * 4}
# Where the year's whole value stands.
VALUES = ("v", "whole", "this", "yearv", "approved", "y0")
PROSE = {
    "note": ["", "", "", "按合同执行", "以验收单为准"],
    "explain": ["反映{}的完成情况", "{}，据实统计", "考核{}", "{}的实现程度"],
    "explain1": ["反映{}的完成情况", "{}，据实统计", "考核{}", "{}的实现程度"],
    "formula": ["实际完成数/计划数×100%", "现场查看", "实际数量", "满意人数/调查人数×100%", "查阅资料"],
    "rule": ["完成得满分，每少1%扣0.5分", "达到目标值得满分，否则按比例扣分", "未完成不得分", "每降低1个百分点扣1分，扣完为止"],
    "source": ["工作计划", "实施方案", "验收报告", "问卷调查", "统计资料", "县级文件"],
    "standard": ["计划标准", "行业标准", "历史标准", "预算标准"]}


def columns(form):
    sets = EVALUATED if form.evaluates else SETS
    chosen = form.choose("columns", *sets)
    return next(found for way, found in sets.items() if way.rpartition(" ")[0] == chosen)


def heading(form, column):
    if column in DRAWN:
        way = form.kept.setdefault("variant", form.random.randrange(4))
        text = DRAWN[column][way].replace("{Y}", str(form.year)).replace("{L}", str(form.year - 1))
        form.choices[f"heading:{column}"] = text
        return text
    if column in FIXED:
        return FIXED[column]
    if column in ("signnum", "barenum"):
        return form.plain("num")
    if column == "v" and form.evaluates:
        return form.choose("se-value", "年度指标值 6", "指标值 2", "年初指标值 1", "年度指标值（A） 1")
    if column == "actual" and form.choices.get("se-value", "").endswith("（A）"):
        return "实际完成值（B）"
    if column == "note" and "contentname" in columns(form):
        return "备注"
    text = form.plain(column)
    if column in (*LEVELS, "v") and form.choices.get("labels") in ("required", "spaced"):
        return form.dressed(text, True)
    return text


def value_cell(form, column, one):
    """Values of this year and of others."""
    if column in VALUES:
        text = value(form, one)
        if form.format == "xlsx" and text == one.number + "%" and form.yes("xlsx-percent", 0.3):
            return f"#{Decimal(one.number) / 100}@{'0.0%' if '.' in one.number else '0%'}"
        return text
    if column == "last" and one.text:
        return one.text
    if column == "half" and one.number and "." not in one.number and int(one.number) % 2 == 0:
        return other_value(form, one, Decimal("0.5"))
    return other_value(form, one, 3 if column == "periodv" else None)


def part_cell(form, column, one):
    """Sign, number and unit in columns of their own; what is no quantity stands among the numbers."""
    if column == "sign":
        word = form.choose("sign-of-text", "定性 7", "blank 3")
        if not one.number:
            return "定性" if word == "定性" else ""
        return one.sign if form.choose("sign-words", "symbols 85", "words 15") == "symbols" else SIGN_WORDS[one.sign]
    if column == "u":
        return one.unit if one.number else ""
    if not one.number:
        return one.text
    if column == "signnum":
        return one.sign + one.number
    return "#" + one.number if form.format == "xlsx" and form.yes("xlsx-numbers", 0.6) else one.number


def actual_cell(form, one):
    lot = form.random.random()
    if not one.number:
        return one.text if lot < 0.6 else "达成预期指标"
    return value(form, one).lstrip("≥≤=") if 0.7 <= lot < 0.85 else one.number + one.unit


def cell(form, column, one):
    column = column.removeprefix("sub:")
    if column in (*VALUES, "half", "last", "applied", "y-1", "y-2", "periodv"):
        return value_cell(form, column, one)
    if column in ("sign", "num", "barenum", "signnum", "u"):
        return part_cell(form, column, one)
    if column in ("n", "n0", "n2", "contentname"):
        return one.printed["n"]
    if column in ("l1", "l2"):
        return one.printed[column]
    if column in ("w", "score"):
        return "#" + one.weight if form.format == "xlsx" else one.weight
    if column in PROSE:
        return form.random.choice(PROSE[column]).format(one.name)
    if column == "attr":
        return "定量指标" if one.number else "定性指标"
    if column == "direction":
        return "反向指标" if one.sign == "≤" else "正向指标"
    if column == "actual":
        return actual_cell(form, one)
    return "" if form.random.random() < 0.85 else "受天气影响，下年提前安排"


def right_value(names, cells, one):
    """What a reader takes for the value: the cell as it is printed, or sign, number and unit put together."""
    for name, text in zip(names, cells):
        if name in VALUES:
            return shown(text)
    if not one.number:
        return one.text
    return ("" if "barenum" in names else one.sign) + one.number + one.unit
