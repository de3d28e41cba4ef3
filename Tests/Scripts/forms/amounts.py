"""The rows of a form's amounts, laid out in fifteen ways; each way also says which amounts of it a reader can know."""
from forms.values import amount, parts


def layout(form):
    return form.choose(
        "money-layout", "rows 34", "rows-noside 8", "columns 12", "header-values 6", "one-cell 5", "sentence 3", "label-amount 6", "single 9",
        "by-level 4", "by-fund 5", "sub-parts 6", "whole-and-year 4", "two-columns 5", "years 3", "applied-approved 1")


class Amounts:
    """Labels and cells that the ways share."""

    def __init__(self, form, project):
        self.form, self.project, self.unit = form, project, form.choices["money-unit"]
        self.whole, self.state, self.rest = project.budget, project.fiscal, project.other
        # The unit stands in each cell, behind labels, or elsewhere.
        self.in_cells = form.unit_place == "cell"
        self.behind = f"（{self.unit}）" if form.unit_place in ("heading", "both") else ""
        way = layout(form)
        self.among = form.choose("among", "其中： 8", "none 5", "其中：both 1", "numbered 2", "bracketnumbered 1")
        texts = way in ("label-amount", "one-cell", "sentence")
        self.tail = "：" if form.yes("money-colon", 0.2) and not texts else ""
        self.total = form.plain("total")
        if self.total == "合计" and texts:
            self.total = "资金总额"
        self.fiscal, self.other = form.plain("fiscal"), form.plain("other")
        self.first, self.second = {
            "其中：": ("其中：" + self.fiscal, self.other), "none": (self.fiscal, self.other),
            "其中：both": ("其中：" + self.fiscal, "　　　" + self.other), "numbered": ("1." + self.fiscal, "2." + self.other),
            "bracketnumbered": ("（1）" + self.fiscal, "（2）" + self.other)}[self.among]
        project.amounts = {"budgetFen": self.whole, "fiscalFen": self.state, "otherFen": self.rest}
        blank = form.choose("other-zero", "printed 80", "blank 20") == "blank"
        self.rest_cell = self.cell(self.rest)
        if self.rest == 0 and blank:
            self.rest_cell = ""
            self.untold("otherFen")
        self.side = form.plain("money")
        self.side += ("⏎" if self.behind and form.yes("money-break", 0.4) else "") + self.behind
        if self.side.startswith("资金来源") and way in ("two-columns", "years", "applied-approved"):
            self.side = self.side.replace("资金来源", "项目资金")

    def cell(self, fen):
        return amount(self.form, fen, False) + self.unit if self.in_cells else amount(self.form, fen)

    def text(self, fen):
        """With its unit, among words."""
        return amount(self.form, fen, False) + self.unit

    def untold(self, *keys):
        """Amounts that the form does not print."""
        self.project.amounts.update(dict.fromkeys(keys))


def rows(made):
    cell, tail = made.cell, made.tail
    found = [[made.side, made.total + tail, cell(made.whole)], ["^", made.first + tail, cell(made.state)],
             ["^", made.second + tail, made.rest_cell]]
    if made.form.yes("carry-row", 0.12):
        draw = made.form.random
        found.insert(2, ["^", draw.choice(["上年结转资金", "上年结转"]) + tail, cell(0) if draw.random() < 0.6 else ""])
    return found


def rows_without_side(made):
    behind = made.behind + made.tail
    return [[made.total + behind, made.cell(made.whole)], [made.first + behind, made.cell(made.state)], [made.second + behind, made.rest_cell]]


def columns(made):
    way, tail = made.form.choose("columns-kind", "side 4", "row 5", "two-and-two 3"), made.tail
    own = [made.first + tail, made.cell(made.state), made.second + tail, made.rest_cell]
    if way == "side":
        return [[made.side, made.total + tail, made.cell(made.whole), *own]]
    if way == "row":
        return [[made.total + made.behind + tail, made.cell(made.whole), *own]]
    return [[made.form.plain("single") + made.behind, made.cell(made.whole), *own[:2]], ["^", "^", *own[2:]]]


def header_and_values(made):
    heads = [made.side, made.total, made.first.lstrip("　"), made.second.lstrip("　")]
    return [heads, ["^", made.cell(made.whole), made.cell(made.state), made.rest_cell]]


def one_cell(made):
    whole, state, rest = made.text(made.whole), made.text(made.state), made.text(made.rest)
    made.project.amounts["otherFen"] = made.rest
    label = made.form.plain("money")
    if layout(made.form) == "sentence":
        return [[label, f"{made.total}{whole}，其中：{made.fiscal}{state}，{made.other}{rest}。"]]
    if made.form.yes("one-cell-numbered", 0.5):
        return [[label, f"总额：{whole}⏎一、财政拨款：{state}⏎二、其他资金：{rest}"]]
    return [[label, f"{made.total}：{whole}⏎其中：{made.fiscal}：{state}⏎{made.other}：{rest}"]]


def label_and_amount(made):
    """Label and amount in one cell."""
    unit = made.unit if made.in_cells else ""
    whole, state, rest = (amount(made.form, fen, False) + unit for fen in (made.whole, made.state, made.rest))
    made.project.amounts["otherFen"] = made.rest
    first, second, third = f"{made.total}：{whole}", f"{made.fiscal}：{state}", f"{made.other}：{rest}"
    if made.form.yes("label-amount-row", 0.4):
        return [[made.side, first, second, third]]
    return [[made.side, first], ["^", "其中：" + second], ["^", third]]


def single(made):
    made.untold("fiscalFen", "otherFen")
    return [[made.form.plain("single") + made.behind, made.cell(made.whole)]]


def by_level(made):
    names = made.form.choose(
        "levels-of-money", "中央财政资金,省级财政资金,县级财政资金 3", "省级资金,市级资金,县级资金 2", "上级财政资金,本级财政资金 3",
        "中央补助,省级补助,县级配套 1").split(",")
    names[0] = "其中：" + names[0]
    found = [["^", name, made.cell(fen)] for name, fen in zip(names, parts(made.form, made.state, len(names)))]
    return [[made.side, made.total + made.tail, made.cell(made.whole)], *found, ["^", made.other + made.tail, made.rest_cell]]


def by_fund(made):
    draw = made.form.random
    amounts = [*(parts(made.form, made.state, 2) if draw.random() < 0.4 else [made.state, 0]), 0]
    names = made.form.choose(
        "funds", "一般公共预算拨款,政府性基金预算拨款,国有资本经营预算拨款 6",
        "一般公共预算资金,政府性基金预算资金,国有资本经营预算资金 4").split(",")
    if made.among.startswith("其中"):
        names[0] = "其中：" + names[0]
    found = [["^", name, made.cell(fen) if fen or draw.random() < 0.6 else ""] for name, fen in zip(names, amounts)]
    return [[made.side, made.total + made.tail, made.cell(made.whole)], *found, ["^", made.other + made.tail, made.rest_cell]]


def parts_of_parts(made):
    tail, (first, second) = made.tail, map(made.cell, parts(made.form, made.state, 2))
    names = made.form.choose("sub-names", "上级资金,本级资金 1", "一般公共预算,政府性基金 1", "上级补助,本级安排 1").split(",")
    if made.form.yes("sub-parts-nested", 0.5):
        return [[made.side, made.total + tail, "<", made.cell(made.whole)],
                ["^", made.first.replace("其中：", "") + tail, "小计", made.cell(made.state)], ["^", "^", names[0], first],
                ["^", "^", names[1], second], ["^", made.second + tail, "<", made.rest_cell]]
    return [[made.side, made.total + tail, made.cell(made.whole)], ["^", made.fiscal + tail, made.cell(made.state)],
            ["^", "其中：" + names[0], first], ["^", "　　　" + names[1], second], ["^", made.other + tail, made.rest_cell]]


def whole_and_year(made):
    years = made.form.random.randint(2, 4)
    year = f"其中：{made.form.year}年预算" if made.form.yes("among-year", 0.4) else "项目当年预算"
    made.untold("fiscalFen", "otherFen")
    return [["项目总预算" + made.behind, made.cell(made.whole * years), year + made.behind, made.cell(made.whole)]]


def two_columns(made):
    """A whole period beside the year."""
    form, cell = made.form, made.cell
    years = form.random.randint(2, 3)
    rest = cell(made.rest * years) if made.rest_cell else ""
    if form.choose("two-columns-kind", "header 1", "labels 1") == "labels":
        return [[made.side, "实施期资金总额：", cell(made.whole * years), "年度资金总额：", cell(made.whole)],
                ["^", "其中：财政拨款", cell(made.state * years), "其中：财政拨款", cell(made.state)],
                ["^", "其他资金", rest, "其他资金", made.rest_cell]]
    year = form.choose("year-amount", "年度资金 2", "{Y}年度金额 1", "本年度资金 1").replace("{Y}", str(form.year))
    total = made.total
    for word in ("年度", f"{form.year}年", "当年", "本"):
        total = total.replace(word, "")
    return [[made.side, "资金来源", "实施期资金", year], ["^", total, cell(made.whole * years), cell(made.whole)],
            ["^", made.first, cell(made.state * years), cell(made.state)], ["^", made.second, rest, made.rest_cell]]


def last_and_this(made):
    last = int(made.whole * made.form.random.choice([80, 90, 95]) // 100 // 10000 * 10000)
    state = min(last, int(made.state * 9 // 10 // 10000 * 10000))
    this = made.form.choose("this-amount", "本年预算数 1", "本年申请数 1", "本年度申请金额 1")
    return [[made.side, "资金来源", "上年预算数", this], ["^", "合计", made.cell(last), made.cell(made.whole)],
            ["^", made.first, made.cell(state), made.cell(made.state)], ["^", made.second, made.cell(last - state), made.rest_cell]]


def applied_and_approved(made):
    more = int(made.whole * made.form.random.choice([110, 120, 150]) // 100 // 10000 * 10000)
    state = int(made.state * 11 // 10 // 10000 * 10000)
    return [[made.side, "资金来源", "申报数", "批复数"], ["^", made.total, made.cell(more), made.cell(made.whole)],
            ["^", made.first, made.cell(state), made.cell(made.state)], ["^", made.second, made.cell(max(0, more - state)), made.rest_cell]]


WAYS = {
    "rows": rows, "rows-noside": rows_without_side, "columns": columns, "header-values": header_and_values, "one-cell": one_cell,
    "sentence": one_cell, "label-amount": label_and_amount, "single": single, "by-level": by_level, "by-fund": by_fund,
    "sub-parts": parts_of_parts, "whole-and-year": whole_and_year, "two-columns": two_columns, "years": last_and_this,
    "applied-approved": applied_and_approved}


def amount_rows(form, project):
    """(what it is for the columns, cells) of the amounts."""
    return [(f"money{len(row)}", row) for row in WAYS[layout(form)](Amounts(form, project))]


def evaluated_amount_rows(form, project):
    """The amounts of a self-evaluation: planned, changed and spent."""
    draw, cell = form.random, lambda fen: amount(form, fen)
    behind = f"（{form.choices['money-unit']}）" if form.unit_place in ("heading", "both") else ""
    heads = form.choose("se-heads", "年初全年执行 7", "全年执行AB 3")
    changed = form.kept.setdefault("adj", draw.choice([100, 100, 95, 105, 88]))
    side = form.plain("money") + behind
    dash = form.choose("se-dash", "- 5", "— 3", "blank 2").replace("blank", "")
    project.amounts = {"budgetFen": project.budget, "fiscalFen": project.fiscal, "otherFen": project.other}
    fiscal, other = ("其中：" if draw.random() < 0.6 else "") + form.plain("fiscal"), form.plain("other")
    lines = [("年度资金总额", project.budget), (fiscal, project.fiscal), (other, project.other)]
    planned = heads.startswith("年初")
    columns = ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
    if not planned:
        columns = ["全年预算数（A）", "全年执行数（B）", "分值", "执行率（B/A）", "得分"]
    found = [[side, "", *columns]]
    for number, (label, fen) in enumerate(lines):
        if number == 2 and planned and form.yes("carry-row", 0.4):
            printed = [cell(0)] * 3 if form.yes("carry-printed", 0.5) else [""] * 3
            found.append(["^", "上年结转资金", *printed, dash, dash if draw.random() < 0.5 else "", dash])
        now = fen * changed // 100 // 10000 * 10000 if planned and changed != 100 else fen
        scores = [dash] * 3 if number else ["10", "100%", "10"]
        found.append(["^", label, *([cell(fen)] if planned else []), cell(now), cell(now), *scores])
    return [("semoney", row) for row in found]
